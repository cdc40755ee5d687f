/// When colours are used.
package enum ColorChoice: String, CaseIterable {
  case auto, always, never
}
