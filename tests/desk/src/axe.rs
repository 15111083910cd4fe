//! axe-core, the accessibility checker, run inside the page.

use std::fs;

use serde_json::{Value, json};

use crate::{
    place,
    webdriver::{Answer, WebDriver},
};

/// What axe-core objects to, one line each: rule, help, the elements.
#[track_caller]
pub fn violations(driver: &WebDriver) -> Answer<Vec<String>> {
    if driver.execute("return typeof window.axe", &[])? != json!("object") {
        let file = place::axe_core();
        let library = match fs::read_to_string(&file) {
            Ok(library) => library,
            Err(error) => panic!("axe-core is not there ({}: {error}); run `npm ci` in ui/", file.display()),
        };
        driver.execute(&library, &[])?;
    }
    let found = driver.execute_async(RUN, &[])?;
    Ok(found.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect())
}

/// All of WCAG 2.0-2.2 A and AA, and what axe calls best practice.
const RUN: &str = "
    const done = arguments[arguments.length - 1];
    const told = violation => violation.nodes.map(node =>
        `${violation.id} (${violation.impact}): ${violation.help}: ${node.target.join(' ')} ${node.html.slice(0, 160)} | ${node.failureSummary.replaceAll('\\n', ' ')}`);
    axe.run(document, { resultTypes: ['violations'] })
        .then(result => done(result.violations.flatMap(told)), error => done([`axe-core itself failed: ${error}`]));";
