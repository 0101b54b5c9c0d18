//! Writing, over HTTPS, beside the disk's own rate: durable submits with one client and with 64, and one whole order life. Then a
//! start on a store with 100,000 open orders, and what that takes of memory.
//! `make bench` runs it against the release binary; `TESSERA_BENCH_DIR` names a directory on the disk that is to be measured.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use reqwest::Client;
use serde_json::{Value, json};

#[path = "filled.rs"]
mod filled;
#[path = "rig.rs"]
mod rig;

use filled::Site;
use rig::{Rig, client, folder};

const WINDOW: Duration = Duration::from_secs(4);
const CLIENTS: usize = 64;
const LIVES: u32 = 480;
const LIVES_AT_ONCE: u32 = 16;
const ORDERS: u64 = 100_000;

#[tokio::main]
async fn main() {
    let mut rig = Rig::start().await;
    println!("idle memory, empty            {:>9.1} MiB (wanted: 80)", rig.memory_mib());
    rig.set_up().await;
    let form = drawn(&rig).await;
    let rig = Arc::new(rig);

    let before = disk_rate(rig.dir.path());
    let one = submit_rate(&rig, &form, 1).await;
    let many = submit_rate(&rig, &form, CLIENTS).await;
    let after = disk_rate(rig.dir.path());
    let disk = before.midpoint(after);
    println!("disk, durable 4 KiB appends   {disk:>9.0} /s   ({before:.0} before, {after:.0} after)");
    println!("submits, 1 client             {one:>9.0} /s   {:.2} of the disk's rate (wanted: 0.33)", one / disk);
    println!(
        "submits, {CLIENTS} clients           {many:>9.0} /s   {:.1} times the disk's rate (wanted: 10)",
        many / disk
    );

    for at_once in [1, LIVES_AT_ONCE] {
        let (cpu, took) = lives(&rig, &form, at_once).await;
        println!(
            "one order life, {at_once:>2} at once    {cpu:>9.2} ms processor (wanted: 2), {took:.1} ms from end to end"
        );
    }

    drop(rig);
    let site = Site { folder: folder() };
    let fill = move || {
        drop(site.create());
        filled::grow(&site, ORDERS);
        site.folder
    };
    let (rig, _lines) = Rig::over(tokio::task::spawn_blocking(fill).await.unwrap()).await;
    println!("start to first answer         {:>9.2} s, {ORDERS} orders (wanted: 3)", rig.first_answer.as_secs_f64());
    tokio::time::sleep(WINDOW).await;
    println!("idle memory, {ORDERS} orders   {:>9.1} MiB (wanted: 250)", rig.memory_mib());
}

/// Appends to a growing file that are each on the disk before the next one begins.
fn disk_rate(dir: &Path) -> f64 {
    let path = dir.join("probe");
    let mut file = File::create(&path).unwrap();
    let (began, mut count) = (Instant::now(), 0_u32);
    while began.elapsed() < WINDOW / 2 {
        file.write_all(&[7; 4_096]).unwrap();
        file.sync_data().unwrap();
        count += 1;
    }
    let rate = f64::from(count) / began.elapsed().as_secs_f64();
    std::fs::remove_file(path).unwrap();
    rate
}

/// A form of four fields with a flow of three human steps, published; the administrator does every step.
async fn drawn(rig: &Rig) -> Value {
    let client = client();
    let app = rig.post("/apps", &json!({ "name": "Bench" })).answer(&client).await;
    let path = format!("/apps/{}/forms", app["id"].as_str().unwrap());
    let form = rig.post(&path, &json!({ "name": "Order" })).answer(&client).await["id"].clone();
    let me = rig.get("/session").answer(&client).await["user"]["id"].clone();
    let field = |id: &str, control: Value| json!({ "id": id, "label": id, "control": control });
    let options = json!([{ "id": "low", "label": "Low" }, { "id": "high", "label": "High" }]);
    let definition = json!({
        "fields": [
            field("what", json!({ "kind": "text" })),
            field("urgency", json!({ "kind": "radio", "options": options })),
            field("cost", json!({ "kind": "money" })),
            field("day", json!({ "kind": "date" })),
        ],
        "sections": [{ "id": "all", "items": [{ "field": "what" }, { "field": "urgency" }, { "field": "cost" }, { "field": "day" }] }],
    });
    publish(rig, &format!("/forms/{}", form.as_str().unwrap()), &definition).await;
    let step = |id: &str, kind: &str| {
        let assign = json!({ "sources": [{ "kind": "users", "users": [me] }], "self_approval": "allow" });
        json!({ "id": id, "name": id, "step": { "kind": kind, "assign": assign } })
    };
    let ids = ["start", "check", "repair", "accept", "end"];
    let flow = json!({
        "nodes": [
            { "id": "start", "name": "Start", "step": { "kind": "start" } },
            step("check", "handle"), step("repair", "handle"), step("accept", "handle"),
            { "id": "end", "name": "End", "step": { "kind": "end" } },
        ],
        "edges": ids.windows(2).map(|pair| json!({ "id": pair[0], "from": pair[0], "to": pair[1] })).collect::<Vec<_>>(),
    });
    publish(rig, &format!("/forms/{}/flow", form.as_str().unwrap()), &flow).await;
    let roles = rig.get("/roles").answer(&client).await;
    let everybody = roles.as_array().unwrap().iter().find(|role| role["everyone"] == true).unwrap()["id"].clone();
    let grant = json!([{ "role": everybody, "actions": ["view", "create"], "scope": { "kind": "own" } }]);
    let path = format!("/apps/{}/grants", app["id"].as_str().unwrap());
    rig.put(&path, &Value::Null, &grant).answer(&client).await;
    form
}

async fn publish(rig: &Rig, path: &str, definition: &Value) {
    let client = client();
    let draft = rig.get(&format!("{path}/draft")).answer(&client).await;
    let saved =
        rig.put(&format!("{path}/draft"), &draft["rev"], &json!({ "definition": definition })).answer(&client).await;
    assert_eq!(saved["problems"], json!([]), "the definition is sound");
    rig.post(&format!("{path}/publish"), &json!({ "rev": saved["rev"], "note": "" })).answer(&client).await;
}

fn order(form: &Value, number: u32) -> Value {
    let values =
        json!({ "what": format!("Pump {number} leaks"), "urgency": "high", "cost": "120.50", "day": "2026-11-24" });
    json!({ "form": form, "values": values })
}

/// Submits per second, each answered only when it is on the disk.
async fn submit_rate(rig: &Arc<Rig>, form: &Value, clients: usize) -> f64 {
    let (count, began) = (Arc::new(AtomicU32::new(0)), Instant::now());
    let tasks = (0..clients).map(|_| {
        let (rig, form, count) = (rig.clone(), form.clone(), count.clone());
        tokio::spawn(async move {
            let client = client();
            while began.elapsed() < WINDOW {
                let number = count.load(Ordering::Relaxed);
                rig.post("/orders", &order(&form, number)).answer(&client).await;
                count.fetch_add(1, Ordering::Relaxed);
            }
        })
    });
    for task in tasks.collect::<Vec<_>>() {
        task.await.unwrap();
    }
    f64::from(count.load(Ordering::Relaxed)) / began.elapsed().as_secs_f64()
}

/// Processor and wall milliseconds of one order from its submission to its end. Alone, most of the processor's time goes into falling
/// asleep and waking up; side by side is what a busy hour costs.
async fn lives(rig: &Arc<Rig>, form: &Value, at_once: u32) -> (f64, f64) {
    let (cpu, began) = (rig.cpu_ms(), Instant::now());
    let tasks = (0..at_once).map(|_| {
        let (rig, form) = (rig.clone(), form.clone());
        tokio::spawn(async move {
            let client = client();
            for number in 0..LIVES / at_once {
                life(&rig, &client, &order(&form, number)).await;
            }
        })
    });
    for task in tasks.collect::<Vec<_>>() {
        task.await.unwrap();
    }
    let each = |total: f64| total / f64::from(LIVES / at_once * at_once);
    (each(rig.cpu_ms() - cpu), each(began.elapsed().as_secs_f64() * 1_000.0 * f64::from(at_once)))
}

async fn life(rig: &Rig, client: &Client, order: &Value) {
    let id = rig.post("/orders", order).answer(client).await["id"].clone();
    let path = format!("/orders/{}", id.as_str().unwrap());
    let mut page = rig.get(&path).answer(client).await;
    for _ in 0..3 {
        let task = page["tasks"].as_array().unwrap().iter().find(|task| task["state"] == "open").unwrap()["id"].clone();
        page = rig.post(&format!("{path}/complete"), &json!({ "task": task, "values": {} })).answer(client).await;
    }
    assert_eq!(page["state"], "completed", "the order is closed");
}
