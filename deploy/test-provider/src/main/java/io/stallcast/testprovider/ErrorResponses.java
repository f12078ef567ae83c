package io.stallcast.testprovider;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

class ErrorResponses {

  @ServerExceptionMapper
  RestResponse<ProviderError> map(ProviderException failure) {
    return ResponseBuilder.<ProviderError>create(failure.status())
        .entity(ProviderError.of(failure))
        .build();
  }
}
