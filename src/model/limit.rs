//! Every bound of the house, in one place. Enforced at the edge, stated in refusals.

/// Fields of one form.
pub const FORM_FIELDS_MAX: usize = 300;
/// Characters of one text value.
pub const TEXT_CHARS_MAX: u32 = 20_000;
/// Files of one field.
pub const FILES_PER_FIELD_MAX: u8 = 20;
/// Options of one choice field.
pub const OPTIONS_MAX: usize = 500;
/// Nodes and edges of one flow.
pub const FLOW_NODES_MAX: usize = 300;
pub const FLOW_EDGES_MAX: usize = 600;
/// Sticky notes on the canvas of one flow, and pixels of a side of one.
pub const FLOW_NOTES_MAX: usize = 100;
pub const NOTE_SIDE_MIN: u16 = 80;
pub const NOTE_SIDE_MAX: u16 = 800;
/// Phases of one flow.
pub const FLOW_PHASES_MAX: usize = 30;
/// Working minutes a step may be given: one year around the clock.
pub const LIMIT_MINUTES_MAX: u32 = 525_600;
/// Levels of the department tree.
pub const DEPARTMENT_DEPTH_MAX: usize = 12;
/// Steps one formula may take.
pub const FORMULA_STEPS_MAX: u32 = 10_000;
/// Tiles of one board.
pub const BOARD_TILES_MAX: usize = 40;
/// Tabs of one board.
pub const BOARD_TABS_MAX: usize = 12;
/// Columns that viewers may narrow one board by.
pub const VIEWER_FILTERS_MAX: usize = 12;
/// Versions that are kept of one board.
pub const BOARD_VERSIONS_MAX: usize = 50;
/// A pause of this length ends a sitting: the next save of a board begins a version.
pub const BOARD_SITTING_MS: i64 = 10 * 60 * 1_000;
/// Pushes of one board.
pub const PUSHES_PER_BOARD_MAX: usize = 10;
/// A push that comes later than this is left out.
pub const PUSH_LATE_MS_MAX: i64 = 12 * super::time::HOUR_MS;
/// Bytes of the words of one push: a robot takes 4,096 with the way to the board.
pub const PUSH_BYTES_MAX: usize = 3_400;
/// Groups of a chart that a push names.
pub const PUSH_GROUPS_MAX: usize = 5;
/// How long somebody who sends a push by hand is kept waiting for the other side's word.
pub const PUSH_WORD_MS_MAX: u64 = 12_000;
/// Groups one tile shows before the rest is folded into "other".
pub const TILE_GROUPS_MAX: usize = 1_000;
/// Parts of one bar, or lines of one chart; the rest is folded into "other".
pub const TILE_SPLITS_MAX: usize = 8;
/// Measures that are said besides of a group that is pointed at.
pub const TILE_TOOLTIP_MAX: usize = 4;
/// Characters before or behind a number.
pub const NUMBER_SIGN_CHARS_MAX: usize = 8;
/// Groups a fold tells apart; later ones fall into "other".
pub const FOLD_GROUPS_MAX: usize = 100_000;
/// Commits whose touches are remembered for those who lost the connection.
pub const FEED_COMMITS_MAX: usize = 4_096;
/// Rows of an exported file that are written at once.
pub const EXPORT_PIECE_ROWS: usize = 1_000;
/// Rows of one sheet of a workbook: Excel has no more.
pub const SHEET_ROWS_MAX: usize = 1_048_576;
/// Cards of one lane, and lanes of one kanban.
pub const KANBAN_CARDS_MAX: usize = 50;
pub const KANBAN_LANES_MAX: usize = 100;
/// Orders, people or apps one search gives.
pub const SEARCH_HITS_MAX: usize = 8;
/// Rows of one page of a list.
pub const PAGE_ROWS_MAX: usize = 200;
/// Commands one durable group may hold.
pub const GROUP_COMMANDS_MAX: usize = 256;
/// Commands that may wait for the writer.
pub const QUEUE_COMMANDS_MAX: usize = 1_024;
/// One uploaded file.
pub const FILE_BYTES_MAX: u64 = 100 * 1024 * 1024;
/// One JSON body.
pub const BODY_BYTES_MAX: usize = 2 * 1024 * 1024;
/// The figures of every tile of a board.
pub const FIGURES_BYTES_MAX: usize = 16 * 1024 * 1024;
/// Asks of one batch (a directory import).
pub const BATCH_ASKS_MAX: usize = 2_000;
/// Tries before an outgoing message is parked.
pub const DELIVERY_ATTEMPTS_MAX: u32 = 7;
/// Ways in to one store.
pub const KEY_SLOTS_MAX: usize = 8;
/// Characters of a passphrase that opens the store.
pub const PASSPHRASE_CHARS_MIN: usize = 12;
/// Seals under one subkey with random nonces: a repeated nonce stays below one in 2^36.
pub const SEALS_PER_KEY_MAX: u64 = 1 << 30;
/// Bytes of a row's key.
pub const ROW_KEY_BYTES_MAX: usize = 32;
/// Rows and log of one commit together.
pub const COMMIT_BYTES_MAX: usize = 16 * 1024 * 1024;
/// Of rows that are durable in the journal and not yet folded into the engine; commits wait for the engine beyond it. Less on a small disk.
pub const MEMTABLE_BYTES_MAX: usize = 4 * 1024 * 1024;
/// Characters of a name: an app, a form, a section, a field, an option, a person, a team.
pub const NAME_CHARS_MAX: usize = 100;
/// Characters of a note, a help text, a description.
pub const NOTE_CHARS_MAX: usize = 500;
/// Sections of one form.
pub const FORM_SECTIONS_MAX: usize = 60;
/// Stars of a rating.
pub const RATING_STARS_MAX: u8 = 10;
/// Digits after the point of a number field.
pub const DECIMALS_MAX: u8 = 8;
/// People or departments in one field.
pub const PICKS_MAX: usize = 100;
/// Characters of an order's title.
pub const TITLE_CHARS_MAX: usize = 120;
/// Characters in the text of one formula.
pub const FORMULA_CHARS_MAX: usize = 8_000;
/// Nodes in the tree of one formula.
pub const FORMULA_NODES_MAX: usize = 500;
/// Levels in the tree of one formula; `a + b + c` has three.
pub const FORMULA_DEPTH_MAX: usize = 64;
/// Characters in a text that a formula makes.
pub const FORMULA_TEXT_CHARS_MAX: usize = 100_000;
/// Items in a list that a formula makes.
pub const FORMULA_LIST_MAX: usize = 1_000;
/// Departments, and positions, of one person.
pub const DEPARTMENTS_PER_USER_MAX: usize = 20;
/// People of one team or one role.
pub const MEMBERS_MAX: usize = 5_000;
pub const GRANTS_PER_ROLE_MAX: usize = 200;
/// Holidays and make-up days of one calendar: twenty years of them.
pub const CALENDAR_EXCEPTIONS_MAX: usize = 1_000;
/// Stretches of work in one day.
pub const DAY_INTERVALS_MAX: usize = 12;
/// Columns, conditions or sort keys of one view or tile.
pub const QUERY_PARTS_MAX: usize = 50;
/// Pixels of a table's column.
pub const COLUMN_PX_MIN: u16 = 72;
pub const COLUMN_PX_MAX: u16 = 1_200;
/// Node entries of one command; more stops the order with an incident.
pub const NODE_ENTRIES_MAX: usize = 1_000;
/// Visits of one node in one order; more stops the order with an incident.
pub const NODE_VISITS_MAX: usize = 200;
/// Live branches of one order; more stops the order with an incident.
pub const LIVE_VISITS_MAX: usize = 256;
/// People one step may be given to; the rest of a larger list is left out.
pub const SEATS_MAX: usize = 200;
/// People one comment mentions, or one copy goes to.
pub const RECIPIENTS_MAX: usize = 100;
/// Characters of a comment.
pub const COMMENT_CHARS_MAX: usize = 5_000;
/// How long a decision can be taken back before it goes, and how many of one person may wait at once.
pub const HOLD_MS: i64 = 8_000;
pub const HOLDS_PER_USER_MAX: usize = 500;
/// Phrases that one person keeps for opinions, and characters of each.
pub const PHRASES_MAX: usize = 20;
pub const PHRASE_CHARS_MAX: usize = 200;
/// Files of a comment, or of the opinion that comes with a decision.
pub const OPINION_FILES_MAX: usize = 20;
/// The picture of a signature.
pub const SIGNATURE_BYTES_MAX: u64 = 256 * 1024;
/// Characters of a comment that travel in a message.
pub const MESSAGE_CHARS_MAX: usize = 500;
/// An order is urged at most once in this time.
pub const URGE_INTERVAL_MS: i64 = 30 * 60 * 1_000;
/// Orders that are looked at before some of them are taken over to another version of their flow.
pub const MIGRATION_ORDERS_MAX: usize = 2_000;
/// Human decisions a preview looks ahead.
pub const PREVIEW_STEPS_MAX: usize = 100;
/// Answers kept for commands that come again, and how many of the log's last entries fill them at start.
pub const COMMAND_ANSWERS_MAX: usize = 100_000;
pub const ANSWERS_REMEMBERED_AT_START: u64 = 10_000;
/// Orders the writer keeps decoded.
pub const ORDERS_AT_HAND_MAX: usize = 4_096;
/// How long a stored file waits to be attached; what nothing refers to after that is removed.
pub const FILE_UNUSED_MS_MAX: i64 = 7 * super::time::DAY_MS;
/// Days a calendar is searched for working time: a working hour a week still reaches `LIMIT_MINUTES_MAX`.
pub const CALENDAR_DAYS_MAX: usize = 70_000;
/// Wrong passwords for one account from one network before a pause.
pub const SIGN_IN_TRIES_MAX: u32 = 5;
/// Tries from one network, whatever the account, in the length of a pause.
pub const NETWORK_TRIES_MAX: u32 = 200;
/// The pause.
pub const SIGN_IN_LOCK_MS: i64 = 15 * 60 * 1_000;
/// Accounts and networks whose tries are remembered at once.
pub const TRIES_KEPT_MAX: usize = 50_000;
/// Passwords checked at the same time, and those that may wait for it.
pub const SIGN_INS_AT_ONCE: usize = 2;
pub const SIGN_INS_WAITING_MAX: usize = 50;
/// A session ends this long after its last request, and this long after it began.
pub const SESSION_IDLE_MS: i64 = 30 * 60 * 1_000;
pub const SESSION_LIFE_MS: i64 = 12 * 60 * 60 * 1_000;
/// Browsers one person is signed in with; the oldest gives way.
pub const SESSIONS_PER_USER_MAX: usize = 20;
/// Characters of a password.
pub const PASSWORD_CHARS_MIN: usize = 8;
pub const PASSWORD_CHARS_MAX: usize = 128;
/// Wrong set-up codes, from anywhere, in one minute.
pub const SETUP_TRIES_MAX: u32 = 10;
/// Levels of a JSON body.
pub const BODY_DEPTH_MAX: usize = 64;
/// Commits that the page of one order tells.
pub const PASSAGES_MAX: usize = 5_000;
/// Events of an order whose page is made in passing, by the thread that serves the caller.
pub const BRIEF_EVENTS_MAX: u64 = 200;
/// Longer side of a small picture, in pixels; and what may be opened to make one.
pub const THUMBNAIL_EDGE: u32 = 320;
pub const THUMBNAIL_PIXELS_MAX: u64 = 50_000_000;
pub const THUMBNAIL_MEMORY_MAX: u64 = 256 * 1024 * 1024;
pub const THUMBNAIL_SOURCE_BYTES_MAX: u64 = 32 * 1024 * 1024;
/// Small pictures made at the same time.
pub const THUMBNAILS_AT_ONCE: usize = 1;
/// Files on their way in at the same time, of everybody.
pub const UPLOADS_AT_ONCE: usize = 16;
/// Windows that have one working copy open, and how long one may say nothing before it counts as closed.
pub const WINDOWS_PER_COPY_MAX: usize = 50;
pub const WINDOW_SILENT_MS_MAX: i64 = 45_000;
/// Unfinished uploads of one person, and the bytes that they will have; those that wait longest give way.
pub const UNFINISHED_PER_USER_MAX: usize = 20;
pub const UNFINISHED_BYTES_PER_USER_MAX: u64 = 5 * FILE_BYTES_MAX;
/// Unfinished uploads of everybody; each keeps a chunk in memory.
pub const UNFINISHED_MAX: usize = 256;
/// Finished ones that are remembered for whoever did not hear so.
pub const FINISHED_MAX: usize = 4_096;
/// How long an unfinished upload waits for its next piece.
pub const UNFINISHED_IDLE_MS: i64 = super::time::HOUR_MS;
/// Event streams of one person, and of everybody.
pub const STREAMS_PER_USER_MAX: usize = 20;
pub const STREAMS_MAX: usize = 10_000;
/// Commits one look of a stream tells of; after more, everything is asked for again.
pub const LIVE_TOUCHES_MAX: usize = 500;
/// Messages that arrived and are still shown to administrators.
pub const DELIVERED_KEPT_MAX: usize = 500;
/// Log entries that one page of the audit looks through before it says how far it came.
pub const AUDIT_ENTRIES_READ_MAX: usize = 2_000;
/// Hours between two backups.
pub const BACKUP_HOURS_MAX: u16 = 24 * 7;
/// Days, weeks or months of which a backup is kept.
pub const BACKUPS_KEPT_MAX: u16 = 400;
/// Days between two rehearsals.
pub const REHEARSE_DAYS_MAX: u16 = 90;
/// One file of people to import: what it holds, and what it may unpack to.
pub const IMPORT_BYTES_MAX: u64 = 20 * 1024 * 1024;
pub const IMPORT_UNPACKED_BYTES_MAX: u64 = 64 * 1024 * 1024;
/// People of one import, and columns of its table.
pub const IMPORT_ROWS_MAX: usize = 20_000;
pub const IMPORT_COLUMNS_MAX: usize = 200;
/// Departments that one import makes, and teams it touches.
pub const IMPORT_PLACES_MAX: usize = 2_000;
/// Problems that an import names.
pub const IMPORT_PROBLEMS_MAX: usize = 200;
/// A certificate that ends within so many days is warned of.
pub const CERTIFICATE_WARNING_DAYS: i64 = 30;
/// Without a backup, or a reading-through, for so long there is a warning.
pub const BACKUP_WARNING_MS: i64 = 7 * 24 * 60 * 60 * 1_000;
pub const SCRUB_WARNING_MS: i64 = 3 * 24 * 60 * 60 * 1_000;
