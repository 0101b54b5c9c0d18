const notice = {
  title: "通知",
  all: "全部",
  fresh: "未读",
  empty: "没有通知",
  noneFresh: "没有未读的通知",
  emptyText: "工单有新进展时会在这里告诉您。",
  readAll: "全部已读",
  older: "更早的通知",
  clock: "系统",
  subject: {
    task_opened: "您有新的待办：{{node}}",
    task_offered: "有工单待领取：{{node}}",
    notice: "工单到达：{{node}}",
    returned: "{{who}} 退回了工单",
    completed: "工单已完成",
    rejected: "{{who}} 驳回了工单",
    cancelled: "{{who}} 撤销了工单",
    terminated: "{{who}} 终止了工单",
    copied: "{{who}} 抄送给您",
    reminded: "待办已超时：{{node}}",
    escalated: "下属的待办已超时：{{node}}",
    urged: "{{who}} 催办",
    mentioned: "{{who}} 在评论中提到您",
    transferred: "{{who}} 转交给您：{{node}}",
    recall_requested: "{{who}} 申请取回",
    incident: "流程遇到问题，需要管理员处理",
  },
  boardPushed: "看板有新的数字",
  pushFailed: "看板没有推送：{{why}}",
  fault: {
    owner_gone: "设置推送的人已离开",
    owner_barred: "设置推送的人不再有设计权限",
    channel_off: "群机器人已停用",
    nobody_left: "收件人都已离开，或不能查看",
    nothing_to_tell: "没有可以推送的数字",
    missed: "到点时系统没有运行",
  },
  unsent: "您的“{{what}}”没有生效：{{why}}",
  obstacle: {
    task_closed: "{{who}} 已先处理",
    order_ended: "工单已经结束",
    not_yours: "这一步已不由您处理",
    not_returnable: "已不能退回到那一步",
    successor: "接手人现在不能处理",
    invalid: "表单有变化，需要重新填写",
    not_allowed: "您现在不能处理这个工单",
  },
};

export default notice;

declare module "../namespaces" {
  interface Namespaces {
    notice: typeof notice;
  }
}
