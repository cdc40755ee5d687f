# The gem rack-oauth2: ruby with-rack-oauth2.rb ADDRESS SECRET OTHER
#
# OTHER is a verifier that is not the client's own. The gem generates neither state nor verifier, so the client does.
require 'digest'
require 'json'
require 'rack/oauth2'
require 'securerandom'
require_relative 'curl'

base, secret, other = ARGV
address = URI.parse(base)

client = lambda do
  Rack::OAuth2::Client.new(
    identifier: 'SRV001', secret: secret, redirect_uri: CALLBACK,
    # The gem uses https by default.
    scheme: address.scheme, host: address.host, port: address.port,
    authorization_endpoint: '/oauth2/authorize', token_endpoint: '/oauth2/token'
  )
end

begin_authorization = lambda do |oauth|
  verifier = SecureRandom.urlsafe_base64(32)
  state = SecureRandom.urlsafe_base64(16)
  url = oauth.authorization_uri(
    scope: %w[profile], state: state, code_challenge_method: 'S256',
    code_challenge: Digest::SHA256.base64digest(verifier).tr('+/', '-_').delete('=')
  )
  oauth.authorization_code = code_of(url, state)
  verifier
end

oauth = client.call
old = oauth.access_token!(:basic, code_verifier: begin_authorization.call(oauth))
puts "user: #{JSON.parse(old.get("#{base}/1/user/-/profile.json").body)['user']['displayName']}"
oauth.refresh_token = old.refresh_token
puts "refresh: #{oauth.access_token!(:basic).access_token == old.access_token ? 'same' : 'new'}"

oauth = client.call
begin_authorization.call(oauth)
begin
  oauth.access_token!(:basic, code_verifier: other)
  puts 'accepted'
rescue Rack::OAuth2::Client::Error => e
  puts "refused: #{e.class}: #{e.message}"
end
