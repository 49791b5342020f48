package org.sumscan.signin;

import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Has Spring Session store the digest of a session's id in the place of the id, which only the
 * browser keeps.
 */
@Component
final class SessionStorage implements SessionRepositoryCustomizer<JdbcIndexedSessionRepository> {

  private static final String DIGEST = "encode(sha256(convert_to(%s, 'UTF8')), 'hex')";

  private final SignInSettings settings;

  SessionStorage(SignInSettings settings) {
    this.settings = settings;
  }

  @Override
  public void customize(JdbcIndexedSessionRepository sessions) {
    new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
    sessions.setDefaultMaxInactiveInterval(settings.lifetime());
    String digest = DIGEST.formatted("?");
    sessions.setCreateSessionQuery(
        """
        insert into spring_session (primary_id, session_id, creation_time, last_access_time,
          max_inactive_interval, expiry_time, principal_name)
        values (?, %s, ?, ?, ?, ?, ?)
        """
            .formatted(digest));
    sessions.setUpdateSessionQuery(
        """
        update spring_session set session_id = %s, last_access_time = ?, max_inactive_interval = ?,
          expiry_time = ?, principal_name = ?
        where primary_id = ?
        """
            .formatted(digest));
    sessions.setDeleteSessionQuery(
        "delete from spring_session where session_id = %s and max_inactive_interval >= 0"
            .formatted(digest));
    sessions.setGetSessionQuery(
        """
        select session.primary_id, asked.id as session_id, session.creation_time,
          session.last_access_time, session.max_inactive_interval, attribute.attribute_name,
          attribute.attribute_bytes
        from (select cast(? as text) as id) asked
          join spring_session session on session.session_id = %s
          left join spring_session_attributes attribute
            on attribute.session_primary_id = session.primary_id
        """
            .formatted(DIGEST.formatted("asked.id")));
  }
}
