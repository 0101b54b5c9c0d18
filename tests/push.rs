//! Boards that tell of themselves, through the whole house: a clock that moves, a robot that listens, a restart, a restored workspace.

use serde_json::{Value, json};
use tessera::model::time::{DAY_MS, HOUR_MS};

use crate::administration::backed_up;
use crate::support::appliance::{Answer, Appliance, Person, Sent};
use crate::support::robot::Robot;

const NINE: u32 = 9 * 60;

struct Desk {
    house: Appliance,
    robot: Robot,
    app: String,
    /// Of the board.
    path: String,
    lead: Person,
    member: Person,
    channel: Value,
}

impl Desk {
    /// A board of two charts, somebody who designs it, somebody who looks, and one order.
    fn built() -> Self {
        let (house, robot) = (Appliance::empty(), Robot::start());
        let admin = house.administrator.clone();
        let channel = |name: &str, url: &str| {
            let reach = json!({"kind": "wecom_robot", "url": url});
            house.post(&admin, "/channels", json!({"name": name, "is_active": true, "reach": reach})).good()
        };
        let silent =
            channel("Silent", "https://127.0.0.1/cgi-bin/webhook/send?key=693a91f6-7bc4-4bc4-97a0-0ec2fa5aaa11");
        let group = channel("Shift", &robot.url());
        let (app, form) = house.app_that_tells(&silent);
        let app = app["id"].as_str().unwrap().to_owned();
        let (lead, member) = (house.member("lead"), house.member("member"));
        let role = |name: &str, of: &Person, actions: Value| {
            let grant = json!({"app": app, "form": null, "actions": actions, "scope": {"kind": "all"}});
            let members = [of.id.unwrap().to_string()];
            house.post(&admin, "/roles", json!({"name": name, "members": members, "grants": [grant]})).good();
        };
        role("Leads", &lead, json!(["view", "design"]));
        role("Users", &member, json!(["view", "create"]));
        house.post(&member, "/orders", json!({"form": form["id"], "values": {"what": "Pump"}})).good();
        let board = house.post(&lead, &format!("/apps/{app}/boards"), json!({"name": "Shift board"})).good();
        let path = format!("/boards/{}", board["id"].as_str().unwrap());
        let tile = |id: &str, title: &str, y: u32, chart: Value| json!({"id": id, "title": title, "x": 0, "y": y, "w": 6, "h": 4, "chart": chart});
        let (count, by) = (json!({"kind": "count"}), json!({"column": "state"}));
        let tiles = json!([
            tile(
                "states",
                "By state",
                4,
                json!({"kind": "bar", "form": form["id"], "measure": count, "dimension": by})
            ),
            tile("all", "All orders", 0, json!({"kind": "number", "form": form["id"], "measure": count})),
        ]);
        let saved = json!({"name": "Shift board", "definition": {"tiles": tiles}});
        let rev = board["rev"].to_string();
        house.call_with(&lead, ("PUT", &path), Sent::Json(saved), &[("if-match", &rev)]).good();
        Self { house, robot, app, path, lead, member, channel: group["id"].clone() }
    }

    /// Every day at nine, to the group and to one who looks.
    fn plan(&self) -> Value {
        let to = json!({"channel": self.channel, "users": [self.member.id.unwrap().to_string()]});
        json!({"days": {"kind": "daily"}, "minute": NINE, "to": to, "is_on": true})
    }

    fn make(&self) -> Value {
        self.house.post(&self.lead, &format!("{}/pushes", self.path), self.plan()).good()
    }

    fn put(&self, push: &Value, plan: Value) -> Answer {
        let path = format!("{}/pushes/{}", self.path, push["id"].as_str().unwrap());
        let rev = push["rev"].to_string();
        self.house.call_with(&self.again(&self.lead), ("PUT", &path), Sent::Json(plan), &[("if-match", &rev)])
    }

    /// A session of just now: earlier ones end when the clock jumps.
    fn again(&self, person: &Person) -> Person {
        self.house.enter(person.id.unwrap())
    }

    fn push(&self) -> Value {
        self.push_for(&self.again(&self.house.administrator))
    }

    fn push_for(&self, person: &Person) -> Value {
        self.house.get(person, &format!("{}/pushes", self.path)).good()["items"][0].clone()
    }

    fn send(&self, push: &Value) -> Answer {
        let path = format!("{}/pushes/{}/send", self.path, push["id"].as_str().unwrap());
        self.house.post(&self.again(&self.lead), &path, json!({}))
    }

    /// The clock jumps to that long after the push is due; gives the push once something became of it.
    fn after_due(&self, ms: i64) -> Value {
        let before = self.push();
        self.jump(before["next"].as_i64().unwrap() + ms);
        let is_over = |push: &Value| push["last"]["at"] != before["last"]["at"] && push["last"]["state"] != "waiting";
        // One session for all looks: the log has to have room for what it is asked for.
        let admin = self.again(&self.house.administrator);
        Appliance::eventually(|| Some(self.push_for(&admin)).filter(is_over))
    }

    fn jump(&self, to: i64) {
        let clock = &self.house.running().house.clock;
        clock.set_offset_ms(0);
        let ahead = to - self.house.running().house.now().0;
        clock.set_offset_ms(ahead);
    }

    fn subjects(&self, person: &Person) -> Vec<Value> {
        let notices = self.house.get(&self.again(person), "/notices").good();
        notices["items"].as_array().unwrap().iter().map(|notice| notice["message"]["subject"].clone()).collect()
    }
}

#[test]
fn a_board_tells_its_group_and_its_people_once_at_each_time_whatever_happens_in_between() {
    let mut desk = Desk::built();
    let made = desk.make();
    assert_eq!((&made["rev"], &made["last"]), (&json!(1), &Value::Null));
    let first = desk.after_due(1_000);
    assert_eq!(first["last"]["state"], json!("sent"), "{first}");
    assert_eq!(first["next"].as_i64().unwrap() - made["next"].as_i64().unwrap(), DAY_MS);
    let told = Appliance::eventually(|| desk.robot.told().first().cloned());
    let lines: Vec<&str> = told.lines().collect();
    assert_eq!(lines[0], "**Shift board**");
    assert!(lines[1].starts_with("> As of ") && lines[1].ends_with(" 09:00, as lead sees it"), "{told}");
    assert_eq!(lines[2..4], ["**All orders** 1", "**By state** Completed 1"]);
    let board = desk.path.trim_start_matches('/');
    assert!(
        lines[4].starts_with("[Open the board](http") && lines[4].ends_with(&format!("/apps/{}/{board})", desk.app))
    );
    assert_eq!(desk.subjects(&desk.member)[0]["board_pushed"]["push"], made["id"]);

    desk.house.while_stopped(&|_| {});
    let second = desk.after_due(11 * HOUR_MS);
    assert_eq!(second["last"]["state"], json!("sent"), "a little late is on time: {second}");
    Appliance::eventually(|| (desk.robot.told().len() == 2).then_some(()));
    desk.house.while_stopped(&|_| {});
    desk.jump(second["next"].as_i64().unwrap() - HOUR_MS);
    std::thread::sleep(std::time::Duration::from_millis(1_500));
    assert_eq!(desk.push(), second, "what went does not go again");
    let missed = desk.after_due(13 * HOUR_MS);
    assert_eq!((&missed["last"]["state"], &missed["last"]["why"]), (&json!("failed"), &json!("missed")));
    assert_eq!(desk.robot.told().len(), 2);
    assert_eq!(desk.subjects(&desk.lead), Vec::<Value>::new(), "that is no news");

    let audit = desk.house.get(&desk.again(&desk.house.administrator), "/audit").good()["items"].to_string();
    assert!(["push_saved", "push_sent", "push_failed"].iter().all(|code| audit.contains(code)), "{audit}");
}

#[test]
fn sending_at_once_answers_with_what_the_other_side_said() {
    let desk = Desk::built();
    let push = desk.make();
    let sent = desk.send(&push).good();
    let lead = json!(desk.lead.id.unwrap().to_string());
    assert_eq!((&sent["last"]["state"], &sent["last"]["by"]), (&json!("sent"), &lead), "{sent}");
    assert_eq!((&sent["next"], desk.robot.told().len()), (&push["next"], 1), "the next one comes at its time");
    desk.robot.says(45_009);
    let busy = desk.send(&push).good();
    assert_eq!(busy["last"]["state"], json!("waiting"));
    assert!(busy["last"]["error"].as_str().unwrap().starts_with("45009"), "{busy}");
    desk.robot.says(93_000);
    desk.jump(desk.house.running().house.now().0 + HOUR_MS);
    let parked = Appliance::eventually(|| Some(desk.push()).filter(|push| push["last"]["state"] == "failed"));
    assert!(parked["last"]["error"].as_str().unwrap().starts_with("93000"), "{parked}");

    let channel = format!("/channels/{}", desk.channel.as_str().unwrap());
    let admin = desk.again(&desk.house.administrator);
    assert_eq!(desk.house.delete(&admin, &channel).refusal(), (409, "in_use".to_owned()));
    let off =
        json!({"id": desk.channel, "name": "Shift", "is_active": false, "reach": {"kind": "wecom_robot", "url": ""}});
    desk.house.put(&admin, &channel, off).good();
    assert_eq!(desk.send(&push).good()["last"]["why"], json!("channel_off"));
    let nobody = json!({"days": {"kind": "weekly", "days": []}, "minute": 2_000, "to": {}, "is_on": true});
    let wrong = desk.put(&push, nobody).json();
    let places: Vec<_> = wrong["problems"].as_array().unwrap().iter().map(|it| it["place"].clone()).collect();
    assert_eq!(places, ["days", "minute", "to"]);
    assert_eq!(
        desk.put(&json!({"id": push["id"], "rev": 7}), desk.plan()).refusal(),
        (409, "stale_revision".to_owned())
    );
}

#[test]
fn whoever_may_no_longer_see_it_sends_nothing_and_the_designers_hear_of_it_once() {
    let desk = Desk::built();
    desk.make();
    let admin = desk.house.administrator.clone();
    let roles = desk.house.get(&admin, "/roles").good();
    let mut leads = roles.as_array().unwrap().iter().find(|role| role["name"] == "Leads").unwrap().clone();
    leads["members"] = json!([]);
    let rev = leads.as_object_mut().unwrap().remove("rev").unwrap().to_string();
    let path = format!("/roles/{}", leads["id"].as_str().unwrap());
    desk.house.call_with(&admin, ("PUT", &path), Sent::Json(leads), &[("if-match", &rev)]).good();
    for _ in 0..2 {
        assert_eq!(desk.after_due(1_000)["last"]["why"], json!("owner_barred"));
    }
    assert_eq!(desk.robot.told(), Vec::<String>::new());
    let failed = |subject: &Value| subject["push_failed"]["why"] == "owner_barred";
    assert_eq!(desk.subjects(&admin).iter().filter(|subject| failed(subject)).count(), 1);
    assert_eq!(desk.subjects(&desk.member).iter().filter(|subject| failed(subject)).count(), 0);
}

#[test]
fn a_restored_workspace_tells_nobody_before_a_word() {
    let mut desk = Desk::built();
    desk.make();
    backed_up(&desk.house);
    let restored = Appliance::restored_from(&desk.house);
    drop(std::mem::replace(&mut desk.house, restored));
    let push = desk.push();
    desk.jump(push["next"].as_i64().unwrap() + HOUR_MS);
    std::thread::sleep(std::time::Duration::from_millis(1_500));
    assert_eq!(desk.push(), push);
    assert_eq!(desk.send(&push).refusal(), (403, "not_allowed".to_owned()));
    assert_eq!(desk.robot.told().len(), 0);
    desk.house.delete(&desk.again(&desk.house.administrator), "/quarantine").good();
    Appliance::eventually(|| (desk.robot.told().len() == 1).then_some(()));
}
