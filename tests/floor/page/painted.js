// The first frame callback runs before the first paint, the second after it: only then has somebody seen the page.
requestAnimationFrame(() => requestAnimationFrame(() => window.__TAURI__.core.invoke("usable")));
