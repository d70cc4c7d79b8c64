class Tokens
  def user(token)
    # ruleid: unverified-jwt-ruby
    claims, = JWT.decode(token, nil, false)
    User.find(claims["id"])
  end

  def issue(user)
    # ruleid: unverified-jwt-ruby
    JWT.encode({ id: user.id }, nil, "none")
  end

  def safe(token, key, user)
    # ok: unverified-jwt-ruby
    JWT.encode({ id: user.id }, key, "HS256")
    # ok: unverified-jwt-ruby
    JWT.decode(token, key, true, algorithm: "HS256")
  end
end
