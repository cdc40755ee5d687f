import TestSupport
import Testing

@testable import workbench

struct CertificateCheckTests {
  @Test func `a variable that names other authorities is not read, and the doctor says so`()
    async throws
  {
    for name in ["SSL_CERT_FILE", "SSL_CERT_DIR"] {
      let check = CertificateCheck(environment: [name: "/x"], bundles: ["/dev/null"])
      expect(check.checkup.state, is: .note)
      expect(
        check.checkup.text.hasPrefix(
          "\(name) is ignored; live mode trusts the authorities in /dev/null"))
    }
    let debian = CertificateCheck(
      environment: ["SSL_CERT_FILE": "/x"], bundles: ["/etc/ssl/certs/ca-certificates.crt"])
    expect(debian.checkup.text.contains("update-ca-"))
    let bench = try Bench()
    let doctor = await bench.run(
      ["doctor", "--session", bench.session], environment: ["SSL_CERT_FILE": "/x"])
    expect(doctor.output.contains("note  certificates: SSL_CERT_FILE is ignored"))
  }

  @Test func `without a bundle nothing could be trusted, and a keychain is no file`() {
    let missing = CertificateCheck(environment: [:], bundles: ["/nowhere.crt"])
    expect(missing.checkup.state, is: .fix)
    expect(CertificateCheck(environment: [:], bundles: []).checkup.state, is: .ok)
    expect(CertificateCheck(environment: [:], bundles: ["/dev/null"]).checkup.state, is: .ok)
  }
}
