require "openssl"

class Vault
  def card(number, key)
    # ruleid: weak-cipher-ruby
    cipher = OpenSSL::Cipher.new("DES-EDE3-CBC").encrypt
    cipher.key = key
    cipher.update(number) + cipher.final
  end

  def blocks
    # ruleid: weak-cipher-ruby
    OpenSSL::Cipher.new('aes-128-ecb')
  end

  def stream
    # ruleid: weak-cipher-ruby
    OpenSSL::Cipher::RC4.new
  end

  def safe(name)
    # ok: weak-cipher-ruby
    OpenSSL::Cipher.new(name)
    # ok: weak-cipher-ruby
    OpenSSL::Cipher.new("AES-256-CBC")
    # ok: weak-cipher-ruby
    OpenSSL::Cipher.new("aes-256-gcm")
  end
end
