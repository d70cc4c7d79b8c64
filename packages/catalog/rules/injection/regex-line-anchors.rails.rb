class Link < ApplicationRecord
  # ruleid: regex-line-anchors
  validates :url, format: { with: /^https?:\/\/[^\s]+$/ }
  # ruleid: regex-line-anchors
  validates_format_of :name, with: /^[a-z]+$/i
  # ok: regex-line-anchors
  validates :code, format: { with: /\A[A-Z]{3}\z/ }
  # ok: regex-line-anchors
  validates :name, length: { maximum: 80 }
end
