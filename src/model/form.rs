//! A form's definition: fields, layout, rules. A JSON document that people may export, compare and import.
//! Nothing here checks it; see [`crate::form`].

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::id::{FieldId, OptionId, SectionId};

/// What one version of a form says. Published versions never change.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormDefinition {
    /// At most `FORM_FIELDS_MAX`; ids are unique.
    pub fields: Vec<Field>,
    /// Every field stands in exactly one section.
    pub sections: Vec<Section>,
    /// What an order is called in lists; a formula that gives text. Absent: the first text field, else the serial number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
}

/// A titled group of fields, laid out on a twelve-column grid.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    pub id: SectionId,
    /// May be empty: then the section has no heading.
    #[serde(default)]
    pub title: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visible_if: Option<String>,
    /// In reading order.
    pub items: Vec<Placement>,
}

/// Where a field stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Placement {
    pub field: FieldId,
    /// Width in twelfths of the sheet, 1 to 12; a phone always shows one column.
    #[serde(default = "full_width")]
    pub span: u8,
}

const fn full_width() -> u8 {
    12
}

/// One control on a form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    pub id: FieldId,
    pub label: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub help: String,
    #[serde(default, skip_serializing_if = "is_false")]
    pub required: bool,
    /// Formula giving yes or no. A hidden field is neither required nor stored.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visible_if: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required_if: Option<String>,
    /// Formula evaluated once, when the form is opened for a new record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
    /// No two records of the form may hold the same value (text, number, date and serial kinds).
    #[serde(default, skip_serializing_if = "is_false")]
    pub unique: bool,
    pub control: Control,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape serde asks for")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

/// The kind of a field with its settings: `{"kind": "radio", "options": [...]}`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Control {
    Text(TextControl),
    Textarea(TextareaControl),
    Number(NumberControl),
    Money(MoneyControl),
    Percent(PercentControl),
    Date(DateControl),
    Datetime(DatetimeControl),
    Radio(ChoiceControl),
    Select(ChoiceControl),
    Checkbox(CheckboxControl),
    Switch(SwitchControl),
    Rating(RatingControl),
    User(UserControl),
    Dept(DeptControl),
    Image(ImageControl),
    File(FileControl),
    Serial(SerialControl),
    Formula(FormulaControl),
}

macro_rules! settings {
    ($($(#[$doc:meta])* $name:ident { $($(#[$fdoc:meta])* $field:ident: $type:ty = $default:expr,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields, default)]
        pub struct $name { $($(#[$fdoc])* pub $field: $type,)* }

        impl Default for $name {
            fn default() -> Self {
                Self { $($field: $default,)* }
            }
        }
    )*};
}

settings! {
    /// One line.
    TextControl {
        /// Characters, 1 to `TEXT_CHARS_MAX`.
        max_chars: u32 = 200,
        placeholder: String = String::new(),
        /// Shapes a text can be asked to have.
        format: TextFormat = TextFormat::Any,
    }
    /// Several lines.
    TextareaControl {
        max_chars: u32 = 2_000,
        /// Visible lines before it grows, 1 to 20.
        rows: u8 = 4,
        placeholder: String = String::new(),
    }
    NumberControl {
        min: Option<Decimal> = None,
        max: Option<Decimal> = None,
        /// Digits after the point, 0 to 8.
        decimals: u8 = 0,
        /// Shown behind the number: `mm`.
        unit: String = String::new(),
        thousands: bool = true,
    }
    MoneyControl {
        min: Option<Decimal> = None,
        max: Option<Decimal> = None,
        decimals: u8 = 2,
        /// ISO 4217.
        currency: String = "CNY".to_owned(),
    }
    /// 12.5 means 12.5 %.
    PercentControl {
        min: Option<Decimal> = None,
        max: Option<Decimal> = None,
        decimals: u8 = 0,
    }
    DateControl {
        /// Formulas giving a date.
        min: Option<String> = None,
        max: Option<String> = None,
    }
    DatetimeControl {
        min: Option<String> = None,
        max: Option<String> = None,
    }
    /// One of some options, laid out flat (`radio`) or as a drop-down (`select`).
    ChoiceControl {
        options: Vec<Choice> = Vec::new(),
    }
    /// Several of some options.
    CheckboxControl {
        options: Vec<Choice> = Vec::new(),
        min_picks: Option<u16> = None,
        max_picks: Option<u16> = None,
    }
    SwitchControl {
        on_label: String = String::new(),
        off_label: String = String::new(),
    }
    RatingControl {
        /// 2 to 10.
        stars: u8 = 5,
    }
    UserControl {
        /// Several people are a list value.
        many: bool = false,
    }
    DeptControl {
        many: bool = false,
    }
    ImageControl {
        /// 1 to `FILES_PER_FIELD_MAX`.
        max_files: u8 = 9,
        camera_only: bool = false,
        /// The browser draws the time and the person onto each photo before it travels. No proof: who wants to can send without.
        watermark: bool = false,
    }
    FileControl {
        max_files: u8 = 9,
        /// Lower-case endings without the dot; empty: the house list.
        extensions: Vec<String> = Vec::new(),
    }
    /// Given by the server when an order is first submitted; never typed.
    SerialControl {
        /// `WX-{yyyyMM}-{####}`: date parts `{yyyy} {yyyyMM} {yyyyMMdd}`, one run of `#` for the counter.
        pattern: String = "{yyyyMMdd}-{####}".to_owned(),
        /// The counter starts anew with each of these.
        reset: SerialReset = SerialReset::Day,
    }
    /// Computed from other fields by the server, and at once on the screen.
    FormulaControl {
        formula: String = String::new(),
        result: FormulaResult = FormulaResult::Number,
        decimals: u8 = 2,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TextFormat {
    Any,
    Mobile,
    Email,
    Url,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SerialReset {
    Never,
    Year,
    Month,
    Day,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FormulaResult {
    Text,
    Number,
    Bool,
    Date,
    Datetime,
}

/// One option of a choice field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    pub id: OptionId,
    pub label: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub color: Option<Color>,
}

/// The palette people choose from; the screen decides the exact shade for light and dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Color {
    Gray,
    Red,
    Orange,
    Yellow,
    Green,
    Teal,
    Blue,
    Indigo,
    Purple,
    Pink,
}

/// What a person may do with a field at a node of a flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FieldAccess {
    Hidden,
    Read,
    Edit,
    /// Edit, and it must be filled to complete.
    Required,
}

/// Field permissions of a node; a field that is not named is `Read` (at the start node: `Edit`).
pub type FieldMatrix = BTreeMap<FieldId, FieldAccess>;
