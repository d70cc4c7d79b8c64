using System.Security.Cryptography;

public class Vault
{
    public ICryptoTransform Card(byte[] key, byte[] iv)
    {
        // ruleid: weak-cipher-csharp
        using var des = TripleDES.Create();
        return des.CreateEncryptor(key, iv);
    }

    public ICryptoTransform Blocks(byte[] key)
    {
        using var aes = Aes.Create();
        // ruleid: weak-cipher-csharp
        aes.Mode = CipherMode.ECB;
        return aes.CreateEncryptor(key, null);
    }

    public SymmetricAlgorithm Legacy()
    {
        // ruleid: weak-cipher-csharp
        return new DESCryptoServiceProvider();
    }

    public void Safe(byte[] key, byte[] nonce, byte[] plain, byte[] cipher, byte[] tag)
    {
        // ok: weak-cipher-csharp
        using var aes = new AesGcm(key, 16);
        aes.Encrypt(nonce, plain, cipher, tag);
        // ok: weak-cipher-csharp
        using var blocks = Aes.Create();
        // ok: weak-cipher-csharp
        blocks.Mode = CipherMode.CBC;
    }
}
