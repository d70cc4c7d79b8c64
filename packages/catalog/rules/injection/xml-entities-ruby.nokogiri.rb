require "nokogiri"

class Orders
  def read(text)
    # ruleid: xml-entities-ruby
    Nokogiri::XML(text) { |config| config.noent }
  end

  def parse(text)
    # ruleid: xml-entities-ruby
    Nokogiri::XML(text, nil, "UTF-8", Nokogiri::XML::ParseOptions::NOENT)
  end

  def safe(text)
    # ok: xml-entities-ruby
    Nokogiri::XML(text)
    # ok: xml-entities-ruby
    Nokogiri::XML(text) { |config| config.strict.nonet }
    # ok: xml-entities-ruby
    Nokogiri::XML(text, nil, "UTF-8", Nokogiri::XML::ParseOptions::NONET)
  end
end
