//! The store beside the disk's own rate, in one run: durable commits by one writer and by 64; then a workspace of so many orders,
//! made through the writer: bytes on the disk, time and memory of a start, a rebuild of the rows, a backup and a restore.
//! `TESSERA_BENCH_DIR` names a directory on the disk that is to be measured.

use std::fs::{self, File};
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::process::{Child, Command};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Sender, channel, sync_channel};
use std::time::{Duration, Instant};

use tessera::appliance::readers::Readers;
use tessera::crypt::slot::Opener;
use tessera::model::id::CommandId;
use tessera::model::time::Timestamp;
use tessera::store::Store;
use tessera::store::codec::{Commit, Write};
use tessera::store::key::{Key, Ns};
use tessera::store::options::Options;
use tessera::store::restore::{self, Keys, Source};
use tessera::store::target::Folder;

#[path = "filled.rs"]
mod filled;

use filled::{Site, open};

const ORDERS: [u64; 2] = [100_000, 1_000_000];
const WINDOW: Duration = Duration::from_secs(4);
const WRITERS: usize = 64;
const PAGE_BYTES: usize = 4_096;
/// What one commit of the first part holds.
const ROWS: u64 = 5;
const ROW_BYTES: usize = 1_024;

fn main() {
    let args: Vec<String> = std::env::args().collect();
    // `cargo test --benches` asks whether it starts.
    if args.iter().any(|arg| arg == "--test") {
        return;
    }
    if let [_, verb, data, key] = args.as_slice()
        && verb == "--start"
    {
        return start(Path::new(data), Path::new(key));
    }
    let folder = std::env::var("TESSERA_BENCH_DIR").unwrap_or_else(|_| "target".to_owned());
    let site = Site { folder: tempfile::tempdir_in(folder).unwrap() };
    commits(&site);
    fs::remove_dir_all(site.data()).unwrap();
    drop(site.create());
    let mut made = 0;
    for orders in ORDERS {
        grow(&site, orders - made);
        made = orders;
        whole(&site, orders);
    }
}

/// Durable commits, with the disk's rate before and after.
fn commits(site: &Site) {
    let store = site.create();
    let _awake = Awake::keep();
    let dir = site.folder.path();
    let before = (disk_rate(dir, Room::Growing), disk_rate(dir, Room::SetAside));
    let (one, many) = (commit_rate(&store, 1), commit_rate(&store, WRITERS));
    let after = (disk_rate(dir, Room::Growing), disk_rate(dir, Room::SetAside));
    let (growing, aside) = (before.0.midpoint(after.0), before.1.midpoint(after.1));
    println!(
        "disk, 4 KiB appended + fdatasync      {growing:>9.0} /s   ({:.0} before, {:.0} after)",
        before.0, after.0
    );
    println!("disk, 4 KiB overwritten + fdatasync   {aside:>9.0} /s   ({:.0} before, {:.0} after)", before.1, after.1);
    println!("commits, 1 writer                     {one:>9.0} /s   {:.2} of overwriting", one / aside);
    println!("commits, {WRITERS} writers                   {many:>9.0} /s   {:.1} times overwriting", many / aside);
    store.close().unwrap();
}

/// Keeps every core busy at the lowest priority: a virtual machine's idle core hears of the disk only at its next timer tick, and
/// whoever writes alone would measure that. They end with this process, however it ends.
struct Awake(Vec<Child>);

impl Awake {
    fn keep() -> Self {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let spin =
            |_| Command::new("nice").args(["-n", "19", "sh", "-c", "while kill -0 $PPID; do :; done"]).spawn().unwrap();
        Self((0..cores).map(spin).collect())
    }
}

impl Drop for Awake {
    fn drop(&mut self) {
        for child in &mut self.0 {
            child.kill().unwrap();
            child.wait().unwrap();
        }
    }
}

#[derive(Clone, Copy)]
enum Room {
    Growing,
    SetAside,
}

/// Writes of one page that are each on the disk before the next begins.
fn disk_rate(dir: &Path, room: Room) -> f64 {
    const ASIDE_BYTES: usize = 64 << 20;
    let path = dir.join("probe");
    let file = File::create(&path).unwrap();
    if matches!(room, Room::SetAside) {
        file.write_all_at(&vec![0; ASIDE_BYTES], 0).unwrap();
        file.sync_all().unwrap();
    }
    let (began, mut count) = (Instant::now(), 0_u32);
    while began.elapsed() < WINDOW / 2 {
        let at = u64::from(count) * PAGE_BYTES as u64;
        let at = if matches!(room, Room::SetAside) { at % ASIDE_BYTES as u64 } else { at };
        file.write_all_at(&[7; PAGE_BYTES], at).unwrap();
        file.sync_data().unwrap();
        count += 1;
    }
    let rate = f64::from(count) / began.elapsed().as_secs_f64();
    fs::remove_file(path).unwrap();
    rate
}

/// Each writer waits for its answer; whoever waits goes into one group, as the appliance does it.
fn commit_rate(store: &Store, writers: usize) -> f64 {
    let (queue, asked) = sync_channel::<(Commit, Sender<()>)>(writers);
    let (number, began) = (AtomicU64::new(0), Instant::now());
    let mut count = 0_u32;
    std::thread::scope(|scope| {
        for _ in 0..writers {
            let (queue, number) = (queue.clone(), &number);
            scope.spawn(move || {
                while began.elapsed() < WINDOW {
                    let (answer, answered) = channel();
                    queue.send((commit(number.fetch_add(1, Ordering::Relaxed)), answer)).unwrap();
                    answered.recv().unwrap();
                }
            });
        }
        drop(queue);
        while let Ok(first) = asked.recv() {
            let (group, answers): (Vec<_>, Vec<_>) =
                std::iter::once(first).chain(asked.try_iter().take(writers - 1)).unzip();
            store.commit(&group).unwrap();
            count += u32::try_from(group.len()).unwrap();
            // Nobody who asked has gone away.
            for answer in answers {
                answer.send(()).unwrap();
            }
        }
    });
    f64::from(count) / began.elapsed().as_secs_f64()
}

fn commit(number: u64) -> Commit {
    let value: Vec<u8> = (0..ROW_BYTES as u64).map(|at| (at ^ number).to_le_bytes()[0]).collect();
    let write = |row| Write { ns: Ns::Record, key: Key::number(number * ROWS + row), value: Some(value.clone()) };
    Commit {
        command: CommandId::from_u128(u128::from(number)),
        writes: (0..ROWS).map(write).collect(),
        log: Vec::new(),
    }
}

fn grow(site: &Site, orders: u64) {
    let began = Instant::now();
    filled::grow(site, orders);
    let took = began.elapsed();
    println!("\n{orders} orders submitted in {took:.1?}: {:.0} /s", per_second(orders, took));
}

/// Everything that is measured of a workspace as a whole.
fn whole(site: &Site, orders: u64) {
    let (journal, rows) = (size(&site.data().join("journal")), size(&site.data().join("rows")));
    println!("{orders} orders, bytes each           journal {:>6}, rows {:>6}", journal / orders, rows / orders);
    let started = || {
        let this = std::env::current_exe().unwrap();
        let status = Command::new(this).arg("--start").args([site.data(), site.key()]).status().unwrap();
        assert!(status.success(), "it starts");
    };
    started();
    fs::remove_dir_all(site.data().join("rows")).unwrap();
    println!("with the rows deleted:");
    started();
    let store = site.open();
    let (backup, elsewhere) = (site.folder.path().join("backup"), site.folder.path().join("elsewhere"));
    let began = Instant::now();
    let target = Folder::new(&backup);
    let made = store.backup(&target, Timestamp(0), &mut |_| Ok(())).unwrap();
    throughput("backup", made.summary.bytes, began.elapsed());
    let (began, openers) = (Instant::now(), [Opener::KeyFile(site.key())]);
    let source = Source { target: &target, name: &made.name };
    restore::restore(source, &Keys::Openers(&openers), (&elsewhere, &Options::USUAL), None, &mut |_| Ok(())).unwrap();
    throughput("restore", made.summary.bytes, began.elapsed());
    fs::remove_dir_all(backup).unwrap();
    fs::remove_dir_all(elsewhere).unwrap();
    store.close().unwrap();
}

/// In a process of its own: the store is proved, and everything that readers need is read.
fn start(data: &Path, key: &Path) {
    let (began, before) = (Instant::now(), resident_mib());
    let store = Arc::new(open(data, key));
    let (opened, with_store) = (began.elapsed(), resident_mib());
    let readers = Readers::load(&store, &mut |_| ()).unwrap();
    let (loaded, with_readers) = (began.elapsed(), resident_mib());
    println!(
        "start {loaded:.1?}, of which the store {opened:.1?}; memory {with_readers} MiB, of which the store {} MiB",
        with_store - before
    );
    drop(readers);
}

fn throughput(what: &str, bytes: u64, took: Duration) {
    let mib = bytes >> 20;
    println!("{what:<8} {mib} MiB in {took:.1?}: {:.0} MiB/s", per_second(mib, took));
}

fn per_second(count: u64, took: Duration) -> f64 {
    f64::from(u32::try_from(count).expect("few enough")) / took.as_secs_f64()
}

/// Bytes that the files below really take.
fn size(folder: &Path) -> u64 {
    use std::os::unix::fs::MetadataExt;
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.map(|path| if path.is_dir() { size(&path) } else { fs::metadata(path).unwrap().blocks() * 512 }).sum()
}

fn resident_mib() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kib| kib.parse::<u64>().ok()).unwrap_or(0) / 1_024
}
