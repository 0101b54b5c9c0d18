//! The refusal table: every code, its status, its page. No other file names a status of an error.

use crate::model::party::Language;

/// Title and explanation of a code, as `assets/refusals/<code>.md` has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Page {
    pub zh: &'static str,
    pub en: &'static str,
    /// What it means, then what to do; English, for people who write programs.
    pub text: &'static str,
}

macro_rules! codes {
    ($($name:ident $text:literal $status:literal;)*) => {
        /// Why something was refused.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Code {
            $($name,)*
        }

        impl Code {
            pub const ALL: &[Self] = &[$(Self::$name,)*];

            /// As it stands in a problem document.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }

            pub const fn status(self) -> u16 {
                match self {
                    $(Self::$name => $status,)*
                }
            }

            /// The whole page; a code without one does not compile.
            const fn source(self) -> &'static str {
                match self {
                    $(Self::$name => include_str!(concat!("../../assets/refusals/", $text, ".md")),)*
                }
            }
        }
    };
}

codes! {
    // Rules of the house, see `model::refusal`.
    Invalid "invalid" 422;
    NotFound "not_found" 404;
    NotAllowed "not_allowed" 403;
    StaleRevision "stale_revision" 409;
    OrderEnded "order_ended" 409;
    TaskClosed "task_closed" 409;
    NotYours "not_yours" 403;
    AlreadyClaimed "already_claimed" 409;
    NotReturnable "not_returnable" 409;
    AmbiguousPrevious "ambiguous_previous" 409;
    RecallTooLate "recall_too_late" 409;
    RecallEffects "recall_effects" 409;
    WithdrawTooLate "withdraw_too_late" 409;
    AlreadyParticipant "already_participant" 409;
    UserInactive "user_inactive" 409;
    CommentRequired "comment_required" 422;
    SignatureRequired "signature_required" 422;
    TooSoon "too_soon" 429;
    NotPublished "not_published" 409;
    InUse "in_use" 409;
    LastAdministrator "last_administrator" 409;
    BuiltIn "built_in" 409;
    LimitReached "limit_reached" 409;
    CommandMismatch "command_mismatch" 409;
    MigrationBlocked "migration_blocked" 409;
    DecisionHeld "decision_held" 409;
    TakeBackTooLate "take_back_too_late" 409;
    // Who is calling.
    SignedOut "signed_out" 401;
    CredentialsWrong "credentials_wrong" 401;
    LockedOut "locked_out" 429;
    PasswordWeak "password_weak" 422;
    PasswordChangeDue "password_change_due" 403;
    SetupNeeded "setup_needed" 503;
    SetupDone "setup_done" 409;
    SetupCodeWrong "setup_code_wrong" 403;
    RecoveryKeyWrong "recovery_key_wrong" 422;
    KeySecretsMissing "key_secrets_missing" 422;
    KeySlotLast "key_slot_last" 409;
    PassphraseShort "passphrase_short" 422;
    // The shape of the request.
    ForgedRequest "forged_request" 403;
    Malformed "malformed" 400;
    TooLarge "too_large" 413;
    TooSlow "too_slow" 408;
    MediaUnsupported "media_unsupported" 415;
    MethodUnknown "method_unknown" 405;
    FileRefused "file_refused" 422;
    TooMany "too_many" 429;
    // The state of the machine.
    Sealed "sealed" 503;
    Busy "busy" 503;
    StorageFull "storage_full" 507;
    Stopping "stopping" 503;
    Internal "internal" 500;
}

impl Code {
    pub fn page(self) -> Page {
        let (head, text) = self.source().split_once("\n\n").expect("a page has a head and a text");
        let (zh, en) = head.split_once('\n').expect("a head has two lines");
        Page {
            zh: zh.strip_prefix("zh: ").expect("the first line is the Chinese title"),
            en: en.strip_prefix("en: ").expect("the second line is the English title"),
            text,
        }
    }

    pub fn title(self, language: Language) -> &'static str {
        match language {
            Language::Zh => self.page().zh,
            Language::En => self.page().en,
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_page_that_says_what_it_means_and_what_to_do() {
        for code in Code::ALL {
            let page = code.page();
            assert!(!page.zh.is_empty() && !page.zh.is_ascii(), "{}: {}", code.name(), page.zh);
            assert!(!page.en.is_empty() && page.en.is_ascii(), "{}: {}", code.name(), page.en);
            assert_eq!(page.text.trim().split("\n\n").count(), 2, "{}", code.name());
            assert_eq!(Code::parse(code.name()), Some(*code));
        }
    }

    #[test]
    fn every_page_belongs_to_a_code() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/refusals");
        for entry in std::fs::read_dir(folder).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            assert!(Code::parse(name.trim_end_matches(".md")).is_some(), "{name}");
        }
    }
}
