package com.example.shop;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.databind.jsontype.impl.LaissezFaireSubTypeValidator;

class Json {
    ObjectMapper old() {
        ObjectMapper mapper = new ObjectMapper();
        // ruleid: jackson-default-typing
        mapper.enableDefaultTyping();
        return mapper;
    }

    void lenient(ObjectMapper mapper) {
        // ruleid: jackson-default-typing
        mapper.activateDefaultTyping(LaissezFaireSubTypeValidator.instance, ObjectMapper.DefaultTyping.NON_FINAL);
    }

    // ruleid: jackson-default-typing
    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    interface Anything { }

    // ok: jackson-default-typing
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    interface Payment { }

    void safe(ObjectMapper mapper) {
        // ok: jackson-default-typing
        mapper.activateDefaultTyping(BasicPolymorphicTypeValidator.builder().allowIfSubType(Payment.class).build());
        // ok: jackson-default-typing
        mapper.deactivateDefaultTyping();
    }
}
