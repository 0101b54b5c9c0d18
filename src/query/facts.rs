//! Facts for asking what would be allowed, without deciding anything: nothing is taken, no number is given out.

use crate::catalog::Catalog;
use crate::decide::facts::Facts;
use crate::model::committed::Moved;
use crate::model::time::Timestamp;

pub fn reading<'a>(now: Timestamp, catalog: &'a Catalog, moved: Option<&'a Moved>) -> Facts<'a> {
    Facts {
        now,
        catalog,
        order: moved.map(|moved| &*moved.order),
        record: moved.map(|moved| &*moved.record),
        is_taken: &|_, _, _| false,
        serial_last: &|_, _, _| 0,
        orders_of: &|_| 0,
        file: &|_| None,
    }
}
