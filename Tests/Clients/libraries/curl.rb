# The user's browser, for the clients in Ruby: curl, which prints redirects instead of following them.
require 'open3'
require 'uri'

CALLBACK = 'http://127.0.0.1:8089/callback'.freeze

# Returns the code from a server with --auto-approve, after comparing the state.
def code_of(url, state)
  location, status = Open3.capture2(
    'curl', '--silent', '--max-time', '10', '--output', '/dev/null', '--write-out', '%{redirect_url}', url
  )
  raise "curl: #{status}" unless status.success?

  fields = URI.decode_www_form(URI.parse(location).query).to_h
  raise 'another state' unless fields['state'] == state

  fields['code']
end
