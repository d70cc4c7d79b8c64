# ruleid: focused-example
fdescribe 'orders' do
  # ruleid: focused-example
  it 'are counted', :focus do
    check(1)
  end
  # ok: focused-example
  it 'are sent' do
    check(2)
  end
  # ok: focused-example
  fit(coat)
end
