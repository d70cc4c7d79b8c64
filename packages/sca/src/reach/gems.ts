import type { Naming } from './naming.ts';

/** Gems whose files or constants are called otherwise. Source: their own documentation */
const modules: Readonly<Record<string, string>> = {
  actionpack: 'action_controller action_dispatch ActionController ActionDispatch AbstractController',
  actionview: 'action_view ActionView',
  actionmailer: 'action_mailer ActionMailer',
  activerecord: 'active_record ActiveRecord',
  activesupport: 'active_support ActiveSupport',
  activestorage: 'active_storage ActiveStorage',
  activejob: 'active_job ActiveJob',
  addressable: 'addressable Addressable',
  carrierwave: 'carrierwave CarrierWave',
  devise: 'devise Devise',
  json: 'json JSON',
  'json-jwt': 'json/jwt JSON.JWT JSON.JWK',
  jwt: 'jwt JWT',
  kramdown: 'kramdown Kramdown',
  loofah: 'loofah Loofah',
  mini_magick: 'mini_magick MiniMagick',
  nokogiri: 'nokogiri Nokogiri',
  oj: 'oj Oj',
  omniauth: 'omniauth OmniAuth',
  psych: 'psych Psych yaml YAML',
  puma: 'puma Puma',
  rack: 'rack Rack',
  'rails-html-sanitizer': 'rails-html-sanitizer Rails.Html Rails.HTML',
  redcarpet: 'redcarpet Redcarpet',
  'rest-client': 'rest-client rest_client restclient RestClient',
  rexml: 'rexml REXML',
  'ruby-saml': 'onelogin/ruby-saml OneLogin.RubySaml',
  rubyzip: 'zip Zip',
  sanitize: 'sanitize Sanitize',
  sidekiq: 'sidekiq Sidekiq',
  sinatra: 'sinatra Sinatra',
  secure_headers: 'secure_headers SecureHeaders',
  commonmarker: 'commonmarker CommonMarker Commonmarker',
};

/** Most gems are loaded by `Bundler.require` and known by their constants, so none counts as not imported. */
export const rubyNaming: Naming = {
  ecosystem: 'gem',
  language: 'ruby',
  separator: /[/.]/,
  modules({ name }) {
    const known = Object.hasOwn(modules, name) ? modules[name]!.split(' ') : undefined;
    const constant = name
      .split('-')
      .map((it) => it.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase()))
      .join('.');
    return {
      names: known ?? [...new Set([name, name.replaceAll('-', '/'), constant])],
      sure: known !== undefined,
      silent: true,
    };
  },
  isStandard: (module) => standard.has(module.split('/')[0]!),
  beside: /\.(?:erb|haml|slim|ru|jbuilder|rabl)$|(?:^|\/)Gemfile$|(?:^|\/)config\/application\.rb$/,
};

const standard = new Set(
  `abbrev base64 benchmark bigdecimal bundler cgi coverage csv date delegate digest drb English erb etc expect fcntl fiddle
   fileutils find forwardable getoptlong io ipaddr irb logger matrix minitest monitor mutex_m net nkf objspace observer open3
   open-uri openssl optparse ostruct pathname pp prettyprint prime pstore pty racc rdoc readline reline resolv rinda ripper
   rubygems securerandom set shellwords singleton socket stringio strscan syslog tempfile test time timeout tmpdir tsort un
   uri weakref zlib`.split(/\s+/),
);
