# The user's browser, for the clients in Ruby: curl, which follows no redirect but says where it leads.
require 'open3'
require 'uri'

CALLBACK = 'http://127.0.0.1:8089/callback'.freeze

# The code that a server with --auto-approve gives; the state is compared first.
def code_of(url, state)
  location, status = Open3.capture2(
    'curl', '--silent', '--max-time', '10', '--output', '/dev/null', '--write-out', '%{redirect_url}', url
  )
  raise "curl: #{status}" unless status.success?

  fields = URI.decode_www_form(URI.parse(location).query).to_h
  raise 'another state' unless fields['state'] == state

  fields['code']
end
