# Net::OAuth2: perl with-net-oauth2.pl ADDRESS SECRET OTHER
#
# OTHER is a verifier that is not the client's own. The module generates neither state nor verifier, so the client does.
use strict;
use warnings;
use Digest::SHA qw(sha256_base64);
use JSON::PP;
use MIME::Base64 qw(encode_base64url);
use Net::OAuth2::Profile::WebServer;
use URI;

my ($base, $secret, $other) = @ARGV;
my $callback = 'http://127.0.0.1:8089/callback';
my $client = Net::OAuth2::Profile::WebServer->new(
    name => 'practice', site => $base, client_id => 'SRV001',
    client_secret => $secret, redirect_uri => $callback, scope => 'profile',
    authorize_path => '/oauth2/authorize', access_token_path => '/oauth2/token',
    # The default is /oauth/refresh_token.
    refresh_token_path => '/oauth2/token',
    # By default, the secret is sent in the header and in the body, which RFC 6749 section 2.3 forbids.
    secrets_in_params => 0,
);

sub random_text {
    open my $source, '<:raw', '/dev/urandom' or die "/dev/urandom: $!";
    read $source, my $octets, 32;
    return encode_base64url($octets);
}

sub begin_authorization {
    my ($verifier, $state) = (random_text(), random_text());
    my $challenge = sha256_base64($verifier) =~ tr{+/}{-_}r;
    my $url = $client->authorize(
        state => $state, code_challenge => $challenge, code_challenge_method => 'S256');
    open my $curl, '-|', qw(curl --silent --max-time 10 --output /dev/null --write-out %{redirect_url}), "$url"
        or die "curl: $!";
    my %fields = URI->new(scalar <$curl>)->query_form;
    die "another state" unless $fields{state} eq $state;
    return ($fields{code}, $verifier);
}

my ($code, $verifier) = begin_authorization();
my $token = $client->get_access_token($code, code_verifier => $verifier);
my $profile = decode_json($token->get("$base/1/user/-/profile.json")->content);
print "user: $profile->{user}{displayName}\n";
my $old = $token->access_token;
$token->refresh;
print "refresh: ", $token->access_token eq $old ? "same" : "new", "\n";

($code) = begin_authorization();
eval { $client->get_access_token($code, code_verifier => $other); print "accepted\n"; 1 } or print "refused: $@";
