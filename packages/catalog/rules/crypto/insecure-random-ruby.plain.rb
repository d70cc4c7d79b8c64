require "securerandom"

class Account
  def reset(user)
    # ruleid: insecure-random-ruby
    user.reset_token = rand(36**20).to_s(36)
  end

  def otp
    # ruleid: insecure-random-ruby
    otp = Random.rand(1_000_000)
    otp.to_s.rjust(6, "0")
  end

  def password
    # ruleid: insecure-random-ruby
    password = [*"a".."z"].shuffle.first(10).join
    password
  end

  def safe(items)
    # ok: insecure-random-ruby
    delay = rand(10)
    # ok: insecure-random-ruby
    token = SecureRandom.hex(32)
    # ok: insecure-random-ruby
    pick = items.sample
    [delay, token, pick]
  end
end
