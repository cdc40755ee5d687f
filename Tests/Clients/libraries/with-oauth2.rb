# The gem oauth2: ruby with-oauth2.rb ADDRESS SECRET OTHER
#
# OTHER is a verifier that is not the client's own. The gem generates neither state nor verifier, so the client does.
require 'digest'
require 'json'
require 'oauth2'
require 'securerandom'
require_relative 'curl'

base, secret, other = ARGV
client = OAuth2::Client.new(
  'SRV001', secret,
  # The default is :request_body, but Fitbit requires the header, in which the gem does not encode the secret.
  site: base, authorize_url: '/oauth2/authorize', token_url: '/oauth2/token', auth_scheme: :basic_auth
)

begin_authorization = lambda do
  verifier = SecureRandom.urlsafe_base64(32)
  state = SecureRandom.urlsafe_base64(16)
  url = client.auth_code.authorize_url(
    redirect_uri: CALLBACK, scope: 'profile', state: state, code_challenge_method: 'S256',
    code_challenge: Digest::SHA256.base64digest(verifier).tr('+/', '-_').delete('=')
  )
  [code_of(url, state), verifier]
end

code, verifier = begin_authorization.call
old = client.auth_code.get_token(code, redirect_uri: CALLBACK, code_verifier: verifier)
puts "user: #{old.get('/1/user/-/profile.json').parsed['user']['displayName']}"
puts "refresh: #{old.refresh!.token == old.token ? 'same' : 'new'}"

code, = begin_authorization.call
begin
  client.auth_code.get_token(code, redirect_uri: CALLBACK, code_verifier: other)
  puts 'accepted'
rescue OAuth2::Error => e
  puts "refused: #{e.class}: #{e.message}"
end
