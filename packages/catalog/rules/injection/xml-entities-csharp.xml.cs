using System.Xml;

public class Orders
{
    public XmlReader Read(Stream body)
    {
        var settings = new XmlReaderSettings();
        // ruleid: xml-entities-csharp
        settings.DtdProcessing = DtdProcessing.Parse;
        return XmlReader.Create(body, settings);
    }

    public XmlDocument Document(string text)
    {
        var document = new XmlDocument();
        // ruleid: xml-entities-csharp
        document.XmlResolver = new XmlUrlResolver();
        document.LoadXml(text);
        return document;
    }

    public XmlReader Safe(Stream body, XmlDocument document)
    {
        // ok: xml-entities-csharp
        document.XmlResolver = null;
        // ok: xml-entities-csharp
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit };
        // ok: xml-entities-csharp
        settings.DtdProcessing = DtdProcessing.Ignore;
        return XmlReader.Create(body, settings);
    }
}
