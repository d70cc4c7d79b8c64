# ruleid: disabled-example
xdescribe 'orders' do
  # ruleid: disabled-example
  xit 'are counted' do
    check(1)
  end
  # ok: disabled-example
  it 'are sent' do
    check(2)
  end
  # ok: disabled-example
  xit(exit)
end
