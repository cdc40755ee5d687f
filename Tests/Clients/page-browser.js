// What is wrong with the page that is open, a line each: run in the browser by page-browser.py.
const wrong = [];
const all = selector => [...document.querySelectorAll(selector)];
const expect = (text, condition, got = "") => { if (!condition) wrong.push(`${text}: ${got}`); };

const scroller = document.scrollingElement;
expect("as wide as the window", scroller.scrollWidth <= innerWidth, `${scroller.scrollWidth} > ${innerWidth}`);
expect("a language", document.documentElement.lang === "en");
expect("a title", document.title.length > 10, document.title);
for (const name of ["main", "nav", "body > header", "body > footer", "h1"])
  expect(`one ${name}`, all(name).length === 1, all(name).length);
let level = 0;
for (const heading of all("h1, h2, h3, h4, h5, h6")) {
  const next = Number(heading.tagName[1]);
  expect("headings in order", next <= level + 1, heading.textContent);
  level = next;
}
const identifiers = all("[id]").map(element => element.id);
expect("every id once", new Set(identifiers).size === identifiers.length, identifiers);
for (const link of all("[href]")) {
  const target = link.getAttribute("href");
  expect("links within the page only", target[0] === "#" && identifiers.includes(target.slice(1)), target);
}
expect("nothing active", all("script, iframe, object, form, [src], [onclick], link").length === 0);

// Text and its background: WCAG 2.2, 1.4.3.
const channels = color => color.match(/[\d.]+/g).map(Number);
const luminance = color => {
  const [r, g, b] = channels(color).map(c => c / 255).map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
  return .2126 * r + .7152 * g + .0722 * b;
};
const contrast = (a, b) => {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + .05) / (dark + .05);
};
const isSeen = color => { const c = channels(color); return c.length < 4 || c[3] > 0; };
const background = element => {
  for (let e = element; e; e = e.parentElement) {
    const color = getComputedStyle(e).backgroundColor;
    if (isSeen(color)) return color;
  }
  return "rgb(255, 255, 255)";
};
const ownText = element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
let count = 0;
for (const element of all("body *")) {
  if (!ownText(element) || element.closest("svg")) continue;
  count += 1;
  const ratio = contrast(getComputedStyle(element).color, background(element));
  expect("contrast of 4.5", ratio >= 4.5, `${ratio.toFixed(2)} in ${element.outerHTML.slice(0, 120)}`);
}
expect("text to look at", count > 20, count);

// Each text of a drawing stands on the rectangle before it, or before the text above it.
for (const drawing of all("svg")) {
  const named = ["aria-labelledby", "aria-describedby"].map(name => document.getElementById(drawing.getAttribute(name)));
  expect("a drawing in words", drawing.getAttribute("role") === "img" && named.every(e => e?.textContent), drawing.id);
  const size = drawing.viewBox.baseVal;
  // Also on a phone, where the drawing may scroll within its own box.
  const scale = drawing.getBoundingClientRect().width / size.width;
  for (const text of drawing.querySelectorAll("text")) {
    expect("text of at least 12 pixels", parseFloat(getComputedStyle(text).fontSize) * scale >= 11.99, scale);
    if (!text.textContent) continue;
    let rectangle = text;
    while (rectangle.tagName !== "rect") rectangle = rectangle.previousElementSibling;
    const [inner, outer] = [text.getBBox(), rectangle.getBBox()];
    const fits = (a, b) => a.x >= b.x - 1 && a.x + a.width <= b.x + b.width + 1
      && a.y >= b.y - 2 && a.y + a.height <= b.y + b.height + 2;
    expect("text within its box", fits(inner, outer), text.textContent);
    expect("text within its drawing", fits(inner, size), text.textContent);
    const ratio = contrast(getComputedStyle(text).fill, getComputedStyle(rectangle).fill);
    expect("contrast of 4.5 in a drawing", ratio >= 4.5, `${ratio.toFixed(2)} in ${text.textContent}`);
  }
}
return wrong;
