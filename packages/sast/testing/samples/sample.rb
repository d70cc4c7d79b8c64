# frozen_string_literal: true
require 'json'
require_relative "lib/#{name}"

BEGIN { puts 1 }
END { puts 2 }

module Outer::Inner
  class Server < ApplicationController
    include Loud
    attr_accessor :db, "name", :'quoted name', :"part#{1}"
    LIMIT = 0x1F
    RATIOS = [1.5, 2r, 3i, ?c, nil, true, false, __FILE__, __LINE__, __ENCODING__]
    @@count = 0
    $global = %w[a b#{c} d]
    WORDS = %i[x y]

    before_action :check, only: [:show], if: -> { admin? }
    alias_method :a, :b
    alias other show
    undef :gone

    def initialize(db, limit = 10, *rest, key:, named: 1, **options, &block)
      @db = db
      super
      super(db, *rest, **options, &block)
    end

    def self.find(id) = where(id: id).first

    def name=(value)
      @name ||= value
      @count += 1
    end

    def show
      id = params[:id]
      user&.touch
      rows = @db.execute("select * from t where id = #{id} and x = '#{name}'")
      query = <<~SQL.strip
        select #{id}
        from t
      SQL
      both(<<~A, <<-'B')
        first #{id}
      A
        second
      B
      text = 'plain \' text' "next" 'third'
      `ls #{id}`
      match = /a#{id}+/i if text =~ /\d+/x
      a, (b, *c), @d = 1, [2, 3], *rest
      first, second = second, first
      return if not id
      return a, b unless id.nil? || id.empty? and true
      puts(id) while id > 1
      id -= 1 until id.zero?
      if a == 1 then b elsif a <=> 2
        c
      else
        d
      end
      unless a
        b
      else
        c
      end
      while a do break 1 end
      until b
        next 2
      end
      begin
        redo
      end while a
      for x, y in list do
        retry
      end
      case a
      when 1, *rest then b
      when String
        c
      else d
      end
      case
      when a then b
      end
      case config
      in [Integer => n, *, last] if n > 1 then n
      in {name: String => s, age:, **nil} unless s then s
      in Point(x:, y: 1 | 2) then x
      in [*, 3, *post] then post
      in ^id | ^(1 + 2) then 5
      in (1..) then 1
      else nil
      end
      config => {name:}
      ok = config in [_, _]
      items.each do |item, (k, v), *more, opt: 1, **kw, &blk; local|
        sum = sum + item
        yield item, sum
      end
      items.map(&:to_s).select { |it| it }.each { }
      handler.()
      obj.method :arg, key: 1, "str": 2, "a#{b}": 3, **h, &blk
      hash = { a: 1, 'b' => 2, c:, **rest }
      range = (1..10).step(2) + (a...b).size
      z = a ? b : c
      z = -a + !b - ~c ** 2
      z = defined?(a)
      list[0] = list[1, 2]
      list.first.name = ::Top::Level
      fn = lambda { |q| q + 1 }
      gn = ->(q, r = 1) do q end
      value = Integer(id) rescue 0
      raise ArgumentError, "bad" unless value
      ;
      (a; b)
      { a: 1 }
    rescue NotFound, Other => e
      log(e)
      raise
    rescue
      nil
    else
      1
    ensure
      close
    end

    def forward(...) = target(...)

    def empty; end

    class << self
      private def hidden; @x; end
    end
  end
end

__END__
the rest is data
