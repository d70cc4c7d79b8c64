require "bcrypt"
require "openssl"

class Account
  def register(password, salt)
    # ruleid: few-hash-iterations-ruby
    OpenSSL::KDF.pbkdf2_hmac(password, salt: salt, iterations: 20_000, length: 32, hash: "SHA256")
    # ruleid: few-hash-iterations-ruby
    BCrypt::Password.create(password, cost: 4)
  end

  def safe(password, salt, cost)
    # ok: few-hash-iterations-ruby
    OpenSSL::KDF.pbkdf2_hmac(password, salt: salt, iterations: 600_000, length: 32, hash: "SHA256")
    # ok: few-hash-iterations-ruby
    BCrypt::Password.create(password, cost: cost)
    # ok: few-hash-iterations-ruby
    BCrypt::Password.create(password)
  end
end
