import type { Same } from "../namespaces";
import type zh from "../zh/notice";

const notice: Same<typeof zh> = {
  title: "Notices",
  all: "All",
  fresh: "Unread",
  empty: "No notices",
  noneFresh: "Nothing unread",
  emptyText: "News about your orders appears here.",
  readAll: "Mark all read",
  older: "Older notices",
  clock: "The system",
  subject: {
    task_opened: "You have a new task: {{node}}",
    task_offered: "An order can be claimed: {{node}}",
    notice: "An order has arrived: {{node}}",
    returned: "{{who}} returned the order",
    completed: "The order is completed",
    rejected: "{{who}} rejected the order",
    cancelled: "{{who}} cancelled the order",
    terminated: "{{who}} terminated the order",
    copied: "{{who}} sent you a copy",
    reminded: "Your task is overdue: {{node}}",
    escalated: "A task of your team is overdue: {{node}}",
    urged: "{{who}} asks you to hurry",
    mentioned: "{{who}} mentioned you",
    transferred: "{{who}} handed it to you: {{node}}",
    recall_requested: "{{who}} wants it back",
    incident: "A flow is stuck and needs an administrator",
  },
  boardPushed: "A board has new figures",
  pushFailed: "A board was not pushed: {{why}}",
  fault: {
    owner_gone: "whoever set it up left",
    owner_barred: "whoever set it up may not design the app any more",
    channel_off: "the group robot is switched off",
    nobody_left: "everybody it was for left, or may not see it",
    nothing_to_tell: "there are no figures to tell",
    missed: "the system was not running at that time",
  },
  unsent: "Your “{{what}}” was not carried out: {{why}}",
  obstacle: {
    task_closed: "{{who}} was faster",
    order_ended: "the order has ended",
    not_yours: "the step is not yours any more",
    not_returnable: "it cannot go back to that step any more",
    successor: "that person cannot take it over now",
    invalid: "the form has changed and must be filled in again",
    not_allowed: "you may not work on this order now",
  },
};

export default notice;
