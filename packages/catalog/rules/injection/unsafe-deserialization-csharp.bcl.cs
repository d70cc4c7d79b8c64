using System.IO;
using System.Runtime.Serialization.Formatters.Binary;
using Newtonsoft.Json;

public class Reader
{
    public object Binary(Stream body)
    {
        // ruleid: unsafe-deserialization-csharp
        var formatter = new BinaryFormatter();
        return formatter.Deserialize(body);
    }

    public object Json(string body)
    {
        // ruleid: unsafe-deserialization-csharp
        return JsonConvert.DeserializeObject(body, new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.All });
    }

    public Order Safe(string body)
    {
        // ok: unsafe-deserialization-csharp
        var settings = new JsonSerializerSettings { TypeNameHandling = TypeNameHandling.None };
        // ok: unsafe-deserialization-csharp
        var other = JsonConvert.DeserializeObject<Order>(body, settings);
        // ok: unsafe-deserialization-csharp
        return JsonSerializer.Deserialize<Order>(body) ?? other;
    }
}
