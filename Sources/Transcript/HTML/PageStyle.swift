/// The style of the pages: light and dark, on a phone, on a desk, and on paper.
///
/// Colors are custom properties: `--browser` for values in a URL, `--direct` for the others. Words or
/// shapes say the same. The sheets contain neither `<` nor `&`.
public enum PageStyle {
  /// The style of all pages.
  ///
  /// Classes for a page: `card` for a block, `glance` for a drawing with its words, `spread` around a
  /// list that may have two columns, `fold` for details that only a narrow page folds, `quiet`, `mark`
  /// (with `browser`, `direct`, `secret`, or `alarm`), `value` for text to copy, and `wide` around a
  /// table that may be wider than the page.
  public static let sheet: StaticString = """
    :root { color-scheme: light dark; --ink: #1b1f24; --paper: #f6f7f9; --card: #fff; --line: #c9ced6;
      --act: #0a5f66; --quiet: #50575f; --code: #eef1f4; --browser: #9a3412; --direct: #14613b;
      --alarm: #a11212; --mono: ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
    @media screen and (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --paper: #14171b;
      --card: #1e2227; --line: #444b54; --act: #6fd0d8; --quiet: #a9b0b8; --code: #272c33;
      --browser: #ffab70; --direct: #7ee2a8; --alarm: #ff9b94; } }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif;
      overflow-wrap: anywhere; }
    body > header, main, body > footer { max-width: 70rem; margin: 0 auto; padding: .5rem; }
    main:focus { outline: none; }
    h1, h2, h3 { line-height: 1.25; margin: 0 0 .5rem; }
    h1 { font-size: 1.75rem; } h2 { font-size: 1.3rem; } h3 { font-size: 1.05rem; margin-top: 1.25rem; }
    p { margin: 0 0 .6rem; max-width: 50rem; } ul, ol { margin: 0 0 .6rem; padding-left: 1.4rem; }
    a { color: var(--act); } :focus-visible { outline: 3px solid var(--act); outline-offset: 3px; }
    .skip { position: absolute; left: .75rem; top: -6rem; padding: .5rem .9rem; background: var(--card);
      border: 2px solid var(--act); border-radius: 6px; } .skip:focus { top: .5rem; }
    .brand { margin: 0; color: var(--quiet); font-weight: 600; }
    nav ul { display: flex; flex-wrap: wrap; gap: .1rem 1rem; list-style: none; padding: 0; margin: .25rem 0 0; }
    nav a { display: inline-block; padding: .25rem 0; }
    body > footer { color: var(--quiet); font-size: .9rem; border-top: 1px solid var(--line); }
    .card { margin: 0 0 1rem; padding: .6rem; background: var(--card); border: 1px solid var(--line);
      border-radius: 8px; }
    .glance { display: grid; gap: 1rem; } .glance > * { min-width: 0; }
    summary { cursor: pointer; margin-bottom: .35rem; } summary > * { display: inline; margin: 0; }
    .fold { margin: 0 0 .75rem; }
    .quiet { color: var(--quiet); font-size: .9rem; } .subject { color: var(--quiet); font-weight: 600; }
    code, pre, .value { font-family: var(--mono); font-size: .875rem; }
    pre, .value { margin: 0; padding: .5rem .6rem; background: var(--code); border-radius: 6px;
      white-space: pre-wrap; overflow-wrap: anywhere; }
    .value { display: block; padding: .15rem .4rem; }
    figure { margin: 0 0 .6rem; overflow-x: auto; } figcaption { margin: 0 0 .35rem; font-weight: 600; }
    dl { margin: 0; } dd { margin: 0; }
    dl > div { padding: .5rem 0; border-top: 1px solid var(--line); } dl > div:first-child { border-top: 0; padding-top: 0; }
    dt { font-weight: 600; margin-bottom: .15rem; } dt code { font-size: .95rem; }
    dd p { margin: .25rem 0 0; }
    h4 { margin: 0 0 .5rem; }  .note { border-left: 3px solid var(--act); padding-left: .75rem; }
    .marks > div { display: grid; gap: .1rem .75rem; border: 0; padding: .15rem 0; }
    .ways { display: grid; gap: 0 1.5rem; } .ways h3 { margin-top: .5rem; } .names { list-style: none; padding: 0; }
    .names li { display: inline-block; margin: 0 .75rem .25rem 0; }
    .mark { display: inline-block; padding: 0 .4rem; border: 1px solid currentColor; border-radius: 4px;
      font: 600 .8rem/1.4 system-ui, sans-serif; color: var(--quiet); }
    .mark.secret { border-width: 2px; color: var(--ink); }
    .mark.browser { border-style: dashed; color: var(--browser); }
    .mark.direct { border-radius: 1rem; color: var(--direct); } .mark.alarm { color: var(--alarm); }
    .alarm { color: var(--alarm); } .card.stop { border: 2px solid var(--alarm); }
    .wide { overflow-x: auto; } table { width: 100%; border-collapse: collapse; }
    caption, th, td { text-align: left; vertical-align: top; } caption { padding: .25rem 0; }
    th, td { padding: .4rem .6rem .4rem 0; border-top: 1px solid var(--line); }
    @media screen and (min-width: 60rem) { body > header, main, body > footer { padding: 1rem 2rem; }
      .card { padding: 1.25rem 1.5rem; }
      .glance { grid-template-columns: 26rem minmax(0, 1fr); gap: 2rem; } }
    @media print, (min-width: 60rem) { .spread > dl { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 0 2rem; }
      .spread > dl > div:nth-child(2) { border-top: 0; padding-top: 0; }
      .spread > dl > div:last-child:nth-child(odd) { grid-column: 1 / -1; } .ways { grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); }
      .marks > div { grid-template-columns: 9rem minmax(0, 1fr); } }
    @supports selector(::details-content) { @media print, (min-width: 60rem) {
      .fold::details-content { content-visibility: visible; }
      .fold > summary { list-style: none; pointer-events: none; } } }
    @page { size: A4 landscape; margin: 12mm; }
    @media print { :root { color-scheme: light; font-size: 9pt; } body { background: none; }
      body > header, main, body > footer { max-width: none; padding: 0; } nav, .skip { display: none; }
      .card { border: 0; padding: 0; border-top: 1px solid var(--line); border-radius: 0; padding-top: .5rem; }
      .glance { grid-template-columns: minmax(0, 2fr) minmax(0, 3fr); gap: 1.5rem; }
      h2, h3, figcaption { break-after: avoid; } dl > div, pre, svg, tr { break-inside: avoid; }
      p { orphans: 3; widows: 3; } }
    """

  /// The style of the sequence diagrams.
  ///
  /// The numbers of pixels match those of `SequenceDrawing`.
  static let diagram: StaticString = """
    .diagram { display: block; width: 100%; min-width: 320px; max-width: 26rem; height: auto; }
    .diagram text { font: 12px var(--mono); fill: var(--ink); }
    .diagram .label { font-weight: 700; }
    .diagram .browser { fill: var(--browser); } .diagram .direct { fill: var(--direct); }
    .diagram .life { stroke: var(--line); stroke-dasharray: 3 4; }
    .diagram .arrow { stroke: var(--ink); stroke-width: 1.5; } .diagram .reply { stroke-dasharray: 6 4; }
    .diagram .head { fill: var(--ink); }
    .diagram .box { fill: var(--code); stroke: var(--ink); }
    .diagram .behind { fill: var(--card); }
    .diagram rect.browser { fill: var(--card); stroke: var(--browser); stroke-width: 1.5; stroke-dasharray: 5 3; }
    .diagram rect.direct { fill: var(--card); stroke: var(--direct); stroke-width: 1.5; }
    .diagram rect.alarm { fill: var(--card); stroke: var(--alarm); stroke-width: 2; }
    @media print { .diagram { max-width: 100%; max-height: 100mm; } }
    """
}
