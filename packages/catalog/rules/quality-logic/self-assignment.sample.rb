class Account
  def initialize(name, size)
    # ruleid: self-assignment
    name = name
    # ruleid: self-assignment
    size = size
    # ok: self-assignment
    @name = name
    # ok: self-assignment
    self.size = size
  end
end
