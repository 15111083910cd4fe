//! The part of the W3C WebDriver protocol that the desk tests speak.

use std::{fmt, time::Duration};

use serde_json::{Value, json};
use ureq::Agent;

/// A session with the app under test.
pub struct WebDriver {
    agent: Agent,
    base: String,
}

/// An element of the page, by the driver's own name for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element(String);

/// Why the driver did not do what it was asked.
#[derive(Debug)]
pub enum Refusal {
    /// The driver answered with an error: `stale element reference`, `no such element` …
    Answer {
        /// The error of the standard's table.
        error: String,
        /// The driver's own words.
        message: String,
    },
    /// No answer came at all.
    Silence(ureq::Error),
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answer { error, message } => write!(formatter, "{error}: {message}"),
            Self::Silence(error) => write!(formatter, "no answer: {error}"),
        }
    }
}

impl From<ureq::Error> for Refusal {
    fn from(error: ureq::Error) -> Self {
        Self::Silence(error)
    }
}

/// What the driver answers.
pub type Answer<T> = Result<T, Refusal>;

/// The key under which the standard hands out elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Starting the app under a tracer or on a loaded machine takes its time; no answer takes longer than this.
const LONGEST_ANSWER: Duration = Duration::from_mins(1);

impl WebDriver {
    /// Starts the app behind a driver that listens on `port`.
    pub fn begin(port: u16, program: &str, arguments: &[String]) -> Answer<Self> {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(LONGEST_ANSWER))
            .proxy(None) // loopback only, whatever the environment says about proxies
            .build();
        let mut driver = Self { agent: config.into(), base: format!("http://127.0.0.1:{port}") };
        let app = json!({"binary": program, "args": arguments});
        let wanted = json!({"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": app}}});
        let session = driver.post("/session", &wanted)?;
        let id = session["sessionId"].as_str().unwrap_or_default();
        driver.base = format!("{}/session/{id}", driver.base);
        driver.post("/timeouts", &json!({"script": 30_000}))?;
        Ok(driver)
    }

    /// Ends the session.
    pub fn end(&self) -> Answer<()> {
        let answer = self.agent.delete(&self.base).call()?;
        read(answer).map(drop)
    }

    /// The elements that a script returned.
    pub fn elements_of(value: &Value) -> Vec<Element> {
        value.as_array().into_iter().flatten().map(element).collect()
    }

    /// The element that has the focus.
    pub fn focused(&self) -> Answer<Element> {
        self.get("/element/active").map(|found| element(&found))
    }

    /// The role that assistive technology is told.
    pub fn role(&self, element: &Element) -> Answer<String> {
        self.get(&format!("/element/{}/computedrole", element.0)).map(|role| text(&role))
    }

    /// The name that assistive technology is told.
    pub fn label(&self, element: &Element) -> Answer<String> {
        self.get(&format!("/element/{}/computedlabel", element.0)).map(|label| text(&label))
    }

    /// The text that it shows. Not the driver's own `/text`, which leaves out words that lie beside an empty comment.
    pub fn text(&self, element: &Element) -> Answer<String> {
        let element = json!({ELEMENT: element.0});
        self.execute("return arguments[0].innerText", &[element]).map(|words| text(&words))
    }

    /// Presses and releases keys: see [`crate::keys`].
    pub fn act(&self, actions: &Value) -> Answer<()> {
        self.post("/actions", actions).map(drop)
    }

    /// Runs a script and gives back what it returns.
    pub fn execute(&self, script: &str, arguments: &[Value]) -> Answer<Value> {
        self.post("/execute/sync", &json!({"script": script, "args": arguments}))
    }

    /// Runs a script that calls its last argument with the answer.
    pub fn execute_async(&self, script: &str, arguments: &[Value]) -> Answer<Value> {
        self.post("/execute/async", &json!({"script": script, "args": arguments}))
    }

    /// Loads the page again, as F5 would.
    pub fn reload(&self) -> Answer<()> {
        self.post("/refresh", &json!({})).map(drop)
    }

    /// The page's address.
    pub fn address(&self) -> Answer<String> {
        self.get("/url").map(|address| text(&address))
    }

    /// The page as it stands.
    pub fn source(&self) -> Answer<String> {
        self.get("/source").map(|source| text(&source))
    }

    /// How many windows the app has.
    pub fn windows(&self) -> Answer<usize> {
        self.get("/window/handles").map(|handles| handles.as_array().map_or(0, Vec::len))
    }

    /// Makes the window this large, in pixels.
    pub fn resize(&self, width: u32, height: u32) -> Answer<()> {
        self.post("/window/rect", &json!({"width": width, "height": height})).map(drop)
    }

    fn get(&self, path: &str) -> Answer<Value> {
        read(self.agent.get(format!("{}{path}", self.base)).call()?)
    }

    fn post(&self, path: &str, body: &Value) -> Answer<Value> {
        read(self.agent.post(format!("{}{path}", self.base)).send_json(body)?)
    }
}

fn read(mut answer: ureq::http::Response<ureq::Body>) -> Answer<Value> {
    // A page's source or a screenshot may be large; what comes is our own app's.
    let mut body: Value = answer.body_mut().with_config().limit(64 << 20).read_json()?;
    let value = body["value"].take();
    match value.get("error") {
        Some(error) => Err(Refusal::Answer { error: text(error), message: text(&value["message"]) }),
        None => Ok(value),
    }
}

fn element(value: &Value) -> Element {
    Element(text(&value[ELEMENT]))
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
