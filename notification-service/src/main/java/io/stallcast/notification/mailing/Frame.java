package io.stallcast.notification.mailing;

/**
 * What every e-mail has.
 *
 * @param language of the text, a BCP 47 tag
 * @param name of the recipient
 * @param title the subject
 * @param lead the notification in a sentence or two
 * @param link where its button leads
 * @param settings where the recipient chooses what to be told
 */
record Frame(
    String language, String name, String title, String lead, String link, String settings) {}
