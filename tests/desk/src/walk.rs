//! Walking over a screen with the Tab key: what can be reached, and whether one sees where one is.

use serde_json::Value;

use crate::{
    keys,
    webdriver::{Answer, WebDriver},
};

/// Walks around the screen and gives back what is wrong, one line each.
pub fn faults(driver: &WebDriver) -> Answer<Vec<String>> {
    let found = walk(driver, Pace::Run)?;
    // At a run the page has no time to scroll to what has the focus on a busy machine; then only a slow walk can tell.
    if found.is_empty() { Ok(found) } else { walk(driver, Pace::StepByStep) }
}

/// How the keys are pressed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Pace {
    /// All in one message.
    Run,
    /// Each in a message of its own.
    StepByStep,
}

fn walk(driver: &WebDriver, pace: Pace) -> Answer<Vec<String>> {
    let stops = driver.execute(PREPARE, &[])?.as_u64().unwrap_or_default();
    // Two more than there are stops: where the walk begins need not be a stop itself.
    let presses = vec!["Tab"; usize::try_from(stops).unwrap_or_default() + 2];
    match pace {
        Pace::Run => driver.act(&keys::presses(&presses))?,
        Pace::StepByStep => presses.iter().try_for_each(|press| driver.act(&keys::chord(press)))?,
    }
    let found = driver.execute(LEFT, &[])?;
    Ok(found.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// Notes what should be reached, and from now on what is. Of a group of radio buttons the chosen one is a stop, or the first; in a composite
/// (a grid, a list box, tabs, a menu, a drawing) the arrows lead on.
const PREPARE: &str = "
    const place = document.querySelector('dialog:modal') ?? document;
    const shown = element => element.checkVisibility({visibilityProperty: true}) && !element.closest('[inert]');
    const told = element => `${element.localName} \u{201c}${(element.getAttribute('aria-label') ?? element.innerText ?? '').trim().slice(0, 60)}\u{201d}`;
    const controls = [...place.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
        .filter(element => shown(element) && !element.disabled);
    const radios = element => [...(element.closest('[role=radiogroup], fieldset')?.querySelectorAll('input[type=radio]') ?? [element])];
    const stopOf = element => radios(element).find(radio => radio.checked) ?? radios(element)[0];
    const stops = controls.filter(element => element.tabIndex >= 0 && !(element.type === 'radio' && stopOf(element) !== element));
    const composite = '[role=grid], [role=listbox], [role=menu], [role=tablist], [role=radiogroup], [data-roving]';
    const shut = controls.filter(element => element.tabIndex < 0 && element.matches('a, button, input, select, textarea, summary') && !element.closest(composite));
    const look = element => {
        const looks = [];
        for (let at = element, up = 0; at && up < 4; at = at.parentElement, up++) {
            const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor, textDecorationLine } = getComputedStyle(at);
            looks.push(outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor, textDecorationLine);
        }
        return looks.join();
    };
    window.deskWalk?.stop.abort();
    const walk = window.deskWalk = { left: new Set(stops), shut, told, faint: [], outside: [], stop: new AbortController() };
    const outside = element => {
        const { top, bottom, left, right } = element.getBoundingClientRect();
        return bottom <= 0 || right <= 0 || top >= innerHeight || left >= innerWidth;
    };
    let last;
    const leave = () => {
        if (!last?.element.isConnected || document.activeElement === last.element) return;
        if (look(last.element) === last.look) walk.faint.push(last.element);
        // The page scrolls to what has the focus, but perhaps not before it is told of.
        if (last.outside && outside(last.element)) walk.outside.push(last.element);
    };
    document.addEventListener('focusin', ({ target }) => {
        leave();
        walk.left.delete(target);
        last = { element: target, look: look(target), outside: outside(target) };
    }, { signal: walk.stop.signal });
    return stops.length;";

/// What was not reached, what cannot be, and where the focus was not to be seen.
const LEFT: &str = "
    const { left, shut, told, faint, outside, stop } = window.deskWalk;
    stop.abort();
    return [
        ...[...left].map(element => `Tab never comes to the ${told(element)}`),
        ...shut.map(element => `no key leads to the ${told(element)}`),
        ...[...new Set(faint)].map(element => `with the focus, this looks as without: ${told(element)}`),
        ...[...new Set(outside)].map(element => `the focus is out of sight on the ${told(element)}`),
    ];";
