/** What every web view has and jsdom has not. */

/** A place to break a line is no gap between words: it ends no word of a name. */
const inline = document.createElement('style');
inline.textContent = 'wbr { display: inline }';
document.head.append(inline);

/** Nothing is scrolled where nothing has a size. */
Element.prototype.scrollIntoView = () => undefined;
