//! HTML from the clipboard as Markdown: emphasis, links, lists, headings and quotations; of
//! everything else only its text is left.
//!
//! The tags are read one after the other and no tree is made of them, so that it does not
//! matter how deep they lie in each other, or whether they are closed.

mod run;
mod tags;
mod writer;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use std::cell::{Cell, RefCell};
use tags::{Element, Hidden};
use writer::Writer;

/// A long brief has a tenth of it; what is longer is pasted as plain text.
pub const MAX_BYTES: usize = 1 << 20;

/// The tokenizer compares each attribute of a tag with all before it, so a tag that goes on
/// for longer is not waited for.
const MAX_TAG_BYTES: usize = 1 << 16;

/// `None` where the plain text of the clipboard serves as well or better: nothing in the
/// HTML is marked, nothing in it can be read, or it is too long.
pub fn to_markdown(html: &str) -> Option<String> {
    if html.len() > MAX_BYTES {
        return None;
    }
    let tokenizer = Tokenizer::new(Pasted::default(), TokenizerOpts::default());
    let input = BufferQueue::default();
    let mut rest = html;
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(rest.floor_char_boundary(MAX_TAG_BYTES));
        rest = after;
        tokenizer.sink.heard.set(false);
        input.push_back(StrTendril::from(piece));
        let _ = tokenizer.feed(&input);
        if !tokenizer.sink.heard.get() {
            return None;
        }
    }
    tokenizer.end();
    tokenizer.sink.writer.take().finish()
}

#[derive(Default)]
struct Pasted {
    writer: RefCell<Writer>,
    hidden: RefCell<Hidden>,
    /// Whether a token came since this was last asked.
    heard: Cell<bool>,
}

impl TokenSink for Pasted {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) => {
                self.heard.set(true);
                return self.tag(&tag);
            }
            Token::CharacterTokens(text) => {
                self.heard.set(true);
                if !self.hidden.borrow().is_open() {
                    self.writer.borrow_mut().text(&text);
                }
            }
            Token::CommentToken(_) | Token::DoctypeToken(_) => self.heard.set(true),
            Token::NullCharacterToken | Token::EOFToken | Token::ParseError(_) => {}
        }
        TokenSinkResult::Continue
    }
}

impl Pasted {
    fn tag(&self, tag: &Tag) -> TokenSinkResult<()> {
        let mut hidden = self.hidden.borrow_mut();
        let is_start = tag.kind == TagKind::StartTag;
        if hidden.take(&tag.name, is_start, tag.self_closing) {
            return match tags::raw_text(&tag.name) {
                // What is inside is no markup, whatever it looks like.
                Some(kind) if is_start => TokenSinkResult::RawData(kind),
                _ => TokenSinkResult::Continue,
            };
        }
        let mut writer = self.writer.borrow_mut();
        match (Element::of(&tag.name), is_start) {
            (Some(element), true) => writer.open(element, tag),
            (Some(element), false) => writer.close(element, &tag.name),
            (None, _) => {}
        }
        TokenSinkResult::Continue
    }
}
