package shop;

import java.io.InputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import org.w3c.dom.Document;

public class Orders {
  Document read(InputStream in) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    // ruleid: xml-parser-entities
    DocumentBuilder builder = factory.newDocumentBuilder();
    return builder.parse(in);
  }

  SAXParser events() throws Exception {
    // ruleid: xml-parser-entities
    return SAXParserFactory.newInstance().newSAXParser();
  }

  XMLStreamReader stream(InputStream in) throws Exception {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    // ruleid: xml-parser-entities
    return factory.createXMLStreamReader(in);
  }

  Document readSafely(InputStream in) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    // ok: xml-parser-entities
    return factory.newDocumentBuilder().parse(in);
  }

  Document readWithoutAccess(InputStream in) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    // ok: xml-parser-entities
    return factory.newDocumentBuilder().parse(in);
  }

  Document created() throws Exception {
    // ok: xml-parser-entities
    return hardened().newDocumentBuilder().newDocument();
  }

  XMLStreamReader streamSafely(InputStream in) throws Exception {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    // ok: xml-parser-entities
    return factory.createXMLStreamReader(in);
  }

  private DocumentBuilderFactory hardened() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
    return factory;
  }
}
