require "digest"

class Account
  def password=(password)
    # ruleid: weak-hash-ruby
    @hash = Digest::MD5.hexdigest(password)
  end

  def reset_token(user)
    # ruleid: weak-hash-ruby
    Digest::SHA1.hexdigest("#{user.id}#{user.password_salt}")
  end

  def avatar(email)
    # ok: weak-hash-ruby
    Digest::MD5.hexdigest(email.downcase)
  end

  def etag(body)
    # ok: weak-hash-ruby
    Digest::SHA1.hexdigest(body)
  end

  def signature(payload, secret)
    # ok: weak-hash-ruby
    OpenSSL::HMAC.hexdigest("SHA256", secret, payload)
  end
end
