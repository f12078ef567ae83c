# Made of the services' code by deploy/kubernetes/update; changes belong there.
set -e
topic() {
  name=$1 partitions=$2
  shift 2
  for setting in "$@"; do set -- "$@" --config "$setting"; shift; done
  /opt/kafka/bin/kafka-topics.sh --bootstrap-server "$broker" --create --if-not-exists \
    --topic "$name" --partitions "$partitions" --replication-factor 1 "$@"
}
broker=$1
topic user.events 6 cleanup.policy=compact
topic follow.events 6 cleanup.policy=compact
topic product.events 6 cleanup.policy=compact
topic stock.events 6 cleanup.policy=compact
topic order.events 12 cleanup.policy=delete retention.ms=-1
topic payment.events 12 cleanup.policy=delete retention.ms=-1
topic access.events 12 cleanup.policy=compact
topic streaming.events 6 cleanup.policy=delete retention.ms=-1
topic streaming.audience 6 cleanup.policy=delete retention.ms=600000 segment.ms=300000
topic chat.messages 12 cleanup.policy=delete message.timestamp.type=LogAppendTime retention.ms=604800000
topic chat.events 6 cleanup.policy=delete retention.ms=-1
topic chat.presence 6 cleanup.policy=delete retention.ms=600000 segment.ms=300000
topic saga.events 12 cleanup.policy=delete retention.ms=604800000
topic inventory.commands 12 cleanup.policy=delete retention.ms=604800000
topic payment.commands 12 cleanup.policy=delete retention.ms=604800000
topic access.commands 12 cleanup.policy=delete retention.ms=604800000
topic saga.replies 12 cleanup.policy=delete retention.ms=604800000
topic catalog.jobs 6 cleanup.policy=delete retention.ms=604800000
topic order.jobs 12 cleanup.policy=delete retention.ms=604800000
topic payment.jobs 12 cleanup.policy=delete retention.ms=604800000
topic streaming.jobs 6 cleanup.policy=delete retention.ms=604800000
topic notification.jobs 6 cleanup.policy=delete retention.ms=604800000
topic notification.lists 6 cleanup.policy=delete retention.ms=600000 segment.ms=300000
topic catalog.jobs.catalog-service.dlq 1 retention.ms=-1
topic inventory.commands.catalog-service.dlq 1 retention.ms=-1
topic access.events.chat-service.dlq 1 retention.ms=-1
topic chat.messages.chat-service.dlq 1 retention.ms=-1
topic follow.events.chat-service.dlq 1 retention.ms=-1
topic product.events.chat-service.dlq 1 retention.ms=-1
topic streaming.events.chat-service.dlq 1 retention.ms=-1
topic user.events.notification-service.dlq 1 retention.ms=-1
topic follow.events.notification-service.dlq 1 retention.ms=-1
topic notification.jobs.notification-service.dlq 1 retention.ms=-1
topic order.events.notification-service.dlq 1 retention.ms=-1
topic payment.events.notification-service.dlq 1 retention.ms=-1
topic streaming.events.notification-service.dlq 1 retention.ms=-1
topic order.events.order-service.dlq 1 retention.ms=-1
topic order.jobs.order-service.dlq 1 retention.ms=-1
topic payment.events.order-service.dlq 1 retention.ms=-1
topic product.events.order-service.dlq 1 retention.ms=-1
topic saga.replies.order-service.dlq 1 retention.ms=-1
topic access.commands.payment-service.dlq 1 retention.ms=-1
topic payment.commands.payment-service.dlq 1 retention.ms=-1
topic payment.jobs.payment-service.dlq 1 retention.ms=-1
topic access.events.streaming-service.dlq 1 retention.ms=-1
topic streaming.jobs.streaming-service.dlq 1 retention.ms=-1
