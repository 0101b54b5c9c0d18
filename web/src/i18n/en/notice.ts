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
};

export default notice;
