/** What every web view knows and jsdom does not: a place to break a line is no gap between words, so it ends no word of a name. */
const inline = document.createElement('style');
inline.textContent = 'wbr { display: inline }';
document.head.append(inline);
