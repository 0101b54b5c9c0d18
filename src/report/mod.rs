//! Folding of columns: conditions, groups, measures, order. It works on borrowed blocks of columns and knows neither where they
//! live nor who asks: whoever hands them over has masked the rows and judged the columns the reader may not know of.

pub mod filter;
pub mod group;
pub mod lane;
pub mod mask;
pub mod measure;
pub mod operand;
pub mod pinyin;
pub mod pivot;
pub mod plan;
pub mod scale;
pub mod schema;
pub mod series;
pub mod sort;
pub mod span;
pub mod symbol;
pub mod text;
pub mod zone;
