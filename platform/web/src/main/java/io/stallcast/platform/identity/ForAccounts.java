package io.stallcast.platform.identity;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource, or a method of one, for accounts of people: others are refused before anything of
 * their request is judged, with 401 where they are anonymous and with 403 where they are a service.
 * Beside {@code @Authenticated}, which the API's documents go by.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ForAccounts {}
